import { z } from 'zod';

const text = z.string().trim().min(1, "can't be empty");
const email = z.email('is no email address');
const image = z.url('is no address').nullish();

/** What the routes take, in the envelopes of the RealWorld API. */
export const Login = z.object({ user: z.object({ email: text, password: text }) });
export const NewUser = z.object({
  user: z.object({ username: text, email, password: text }),
});
export const UserChanges = z.object({
  user: z.object({
    username: text.optional(),
    email: email.optional(),
    password: text.optional(),
    bio: z.string().nullish(),
    image,
  }),
});
export const NewArticle = z.object({
  article: z.object({
    title: text,
    description: text,
    body: text,
    tagList: z.array(text).default([]),
  }),
});
export const ArticleChanges = z.object({
  article: z.object({
    title: text.optional(),
    description: text.optional(),
    body: text.optional(),
  }),
});
export const NewComment = z.object({ comment: z.object({ body: text }) });

const MOST = 100;

export const Page = z.object({
  limit: z.coerce.number().int().min(1).max(MOST).default(20),
  offset: z.coerce.number().int().min(0).default(0),
});
/** Which part of a list is wanted. */
export type Page = z.infer<typeof Page>;
export const Filter = Page.extend({
  tag: z.string().optional(),
  author: z.string().optional(),
  favorited: z.string().optional(),
});
export const CommentId = z.object({ id: z.coerce.number().int() });

/** `How to train your dragon` is at `how-to-train-your-dragon`. */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

/** The members that were given; `undefined` is not one of them. */
export function given<T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as ReturnType<typeof given<T>>;
}
