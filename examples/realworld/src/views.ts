import { issueToken } from './tokens.js';

interface User {
  readonly id: number;
  readonly email: string;
  readonly username: string;
  readonly bio: string | null;
  readonly image: string | null;
}

interface Article {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
  readonly tagList: string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What an article shows beside itself. */
interface Around {
  readonly author: object;
  readonly favorited: boolean;
  readonly favoritesCount: number;
}

/** The user as whom the client acts from now on. */
export async function viewUser({ id, email, username, bio, image }: User): Promise<object> {
  return { user: { email, username, bio, image, token: await issueToken(id) } };
}

export function viewAuthor({ username, bio, image }: User, following: boolean): object {
  return { username, bio, image, following };
}

export function viewArticle(article: Article, around: Around): object {
  const { slug, title, description, body, tagList, createdAt, updatedAt } = article;
  return { slug, title, description, body, tagList, createdAt, updatedAt, ...around };
}

export function viewComment({ id, body, createdAt, updatedAt }: Comment, author: object): object {
  return { id, body, createdAt, updatedAt, author };
}
