import { Forbidden } from '@faultless/express';
import { type Request, Router } from 'express';
import {
  ArticleChanges,
  CommentId,
  Filter,
  given,
  NewArticle,
  NewComment,
  Page,
  slugOf,
} from '../content.js';
import { findUserId, requireUserId } from '../tokens.js';
import { viewArticle, viewAuthor, viewComment } from '../views.js';
import type { PrismaClient } from './generated/client.js';
import type { ArticleInclude, ArticleWhereInput } from './generated/models/Article.js';

/** An author, and whether a user follows them. */
const authorFor = (id: number) => ({
  include: { followers: { where: { id }, select: { id: true } } },
});

const around = (id: number) =>
  ({
    author: authorFor(id),
    favoritedBy: { where: { id }, select: { id: true } },
    _count: { select: { favoritedBy: true } },
  }) satisfies ArticleInclude;

type Found = NonNullable<Awaited<ReturnType<typeof findArticle>>>;
type Author = Found['author'];

const findArticle = ({ article }: PrismaClient, slug: string, viewer: number) =>
  article.findUniqueOrThrow({ where: { slug }, include: around(viewer) });

const viewOf = ({ followers, ...author }: Author) => viewAuthor(author, followers.length > 0);

const view = ({ author, favoritedBy, _count, ...article }: Found) =>
  viewArticle(article, {
    author: viewOf(author),
    favorited: favoritedBy.length > 0,
    favoritesCount: _count.favoritedBy,
  });

/** Articles, their comments, tags and favourites. */
export function routeArticles(database: PrismaClient): Router {
  const { article: articles, comment: comments } = database;
  const router = Router();
  const callerOf = (request: Request) => requireUserId(request.headers.authorization);
  const viewerOf = async (request: Request) =>
    (await findUserId(request.headers.authorization)) ?? 0;

  async function list(where: ArticleWhereInput, { limit, offset }: Page, viewer: number) {
    const [found, articlesCount] = await Promise.all([
      articles.findMany({
        where,
        include: around(viewer),
        orderBy: { id: 'desc' },
        take: limit,
        skip: offset,
      }),
      articles.count({ where }),
    ]);
    return { articles: found.map(view), articlesCount };
  }

  async function requireOwn(slug: string, caller: number): Promise<Found> {
    const article = await findArticle(database, slug, caller);
    if (article.authorId !== caller) throw new Forbidden('Only its author may change an article.');
    return article;
  }

  router.get('/articles', async (request, response) => {
    const { tag, author, favorited, ...page } = Filter.parse(request.query);
    const where = given({
      tagList: tag === undefined ? undefined : { has: tag },
      author: author === undefined ? undefined : { username: author },
      favoritedBy: favorited === undefined ? undefined : { some: { username: favorited } },
    });
    response.json(await list(where, page, await viewerOf(request)));
  });

  router.get('/articles/feed', async (request, response) => {
    const id = await callerOf(request);
    const where = { author: { followers: { some: { id } } } };
    response.json(await list(where, Page.parse(request.query), id));
  });

  router.get('/articles/:slug', async (request, response) => {
    const article = await findArticle(database, request.params.slug, await viewerOf(request));
    response.json({ article: view(article) });
  });

  router.post('/articles', async (request, response) => {
    const authorId = await callerOf(request);
    const { article } = NewArticle.parse(request.body);
    const data = { ...article, slug: slugOf(article.title), authorId };
    const created = await articles.create({ data, include: around(authorId) });
    response.status(201).json({ article: view(created) });
  });

  router.put('/articles/:slug', async (request, response) => {
    const caller = await callerOf(request);
    const { id } = await requireOwn(request.params.slug, caller);
    const { title, ...changes } = ArticleChanges.parse(request.body).article;
    const data = given({
      ...changes,
      title,
      slug: title === undefined ? undefined : slugOf(title),
    });
    const article = await articles.update({ where: { id }, data, include: around(caller) });
    response.json({ article: view(article) });
  });

  router.delete('/articles/:slug', async (request, response) => {
    const { id } = await requireOwn(request.params.slug, await callerOf(request));
    await articles.delete({ where: { id } });
    response.status(204).end();
  });

  router.post('/articles/:slug/favorite', async (request, response) => {
    const id = await callerOf(request);
    const { slug } = request.params;
    const data = { favoritedBy: { connect: { id } } };
    const article = await articles.update({ where: { slug }, data, include: around(id) });
    response.json({ article: view(article) });
  });

  router.delete('/articles/:slug/favorite', async (request, response) => {
    const id = await callerOf(request);
    const { slug } = request.params;
    const data = { favoritedBy: { disconnect: { id } } };
    const article = await articles.update({ where: { slug }, data, include: around(id) });
    response.json({ article: view(article) });
  });

  router.get('/articles/:slug/comments', async (request, response) => {
    const viewer = await viewerOf(request);
    const { id: articleId } = await findArticle(database, request.params.slug, viewer);
    const found = await comments.findMany({
      where: { articleId },
      include: { author: authorFor(viewer) },
      orderBy: { id: 'asc' },
    });
    response.json({ comments: found.map((one) => viewComment(one, viewOf(one.author))) });
  });

  router.post('/articles/:slug/comments', async (request, response) => {
    const authorId = await callerOf(request);
    const { id: articleId } = await findArticle(database, request.params.slug, authorId);
    const { body } = NewComment.parse(request.body).comment;
    const comment = await comments.create({
      data: { body, articleId, authorId },
      include: { author: authorFor(authorId) },
    });
    response.status(201).json({ comment: viewComment(comment, viewOf(comment.author)) });
  });

  router.delete('/articles/:slug/comments/:id', async (request, response) => {
    const caller = await callerOf(request);
    const { id } = CommentId.parse(request.params);
    const { slug } = request.params;
    const { authorId } = await comments.findFirstOrThrow({ where: { id, article: { slug } } });
    if (authorId !== caller) throw new Forbidden('Only its author may delete a comment.');
    await comments.delete({ where: { id } });
    response.status(204).end();
  });

  router.get('/tags', async (_request, response) => {
    const found = await articles.findMany({ select: { tagList: true } });
    response.json({ tags: [...new Set(found.flatMap(({ tagList }) => tagList))].sort() });
  });

  return router;
}
