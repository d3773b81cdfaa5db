import { Forbidden, NotFound } from '@faultless/koa';
import Router from '@koa/router';
import { and, arrayContains, asc, count, desc, eq, exists, type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { alias } from 'drizzle-orm/pg-core';
import type { Context } from 'koa';
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
import { articles, comments, favorites, users } from './tables.js';
import { isFollowedBy } from './users.js';

const columnsFor = (viewer: number) => ({
  article: articles,
  author: users,
  following: isFollowedBy(viewer),
  favorited: sql<boolean>`exists (select 1 from ${favorites}
    where ${favorites.articleId} = ${articles.id} and ${favorites.userId} = ${viewer})`,
  favoritesCount: sql<number>`(select count(*)::int from ${favorites}
    where ${favorites.articleId} = ${articles.id})`,
});

const select = (database: NodePgDatabase, viewer: number) =>
  database
    .select(columnsFor(viewer))
    .from(articles)
    .innerJoin(users, eq(users.id, articles.authorId));

type Found = Awaited<ReturnType<typeof select>>[number];

const view = ({ article, author, following, favorited, favoritesCount }: Found) =>
  viewArticle(article, { author: viewAuthor(author, following), favorited, favoritesCount });

/** Articles, their comments, tags and favourites. */
export function routeArticles(database: NodePgDatabase): Router {
  const router = new Router();
  const callerOf = (context: Context) => requireUserId(context.get('Authorization'));
  const viewerOf = async (context: Context) =>
    (await findUserId(context.get('Authorization'))) ?? 0;

  async function find(slug: string | undefined, viewer: number): Promise<Found> {
    const [found] = await select(database, viewer).where(eq(articles.slug, slug ?? ''));
    if (!found) throw new NotFound('There is no such article.');
    return found;
  }

  async function requireOwn(slug: string | undefined, caller: number) {
    const { article } = await find(slug, caller);
    if (article.authorId !== caller) throw new Forbidden('Only its author may change an article.');
    return article;
  }

  async function list(where: SQL | undefined, { limit, offset }: Page, viewer: number) {
    const found = await select(database, viewer)
      .where(where)
      .orderBy(desc(articles.id))
      .limit(limit)
      .offset(offset);
    const [total] = await database
      .select({ count: count() })
      .from(articles)
      .innerJoin(users, eq(users.id, articles.authorId))
      .where(where);
    return { articles: found.map(view), articlesCount: total?.count ?? 0 };
  }

  function isFavoriteOf(username: string): SQL {
    const fan = alias(users, 'fan');
    const rows = database
      .select({ one: sql`1` })
      .from(favorites)
      .innerJoin(fan, eq(fan.id, favorites.userId))
      .where(and(eq(favorites.articleId, articles.id), eq(fan.username, username)));
    return exists(rows);
  }

  router.get('/articles', async (context) => {
    const { tag, author, favorited, ...page } = Filter.parse(context.query);
    const where = and(
      tag === undefined ? undefined : arrayContains(articles.tagList, [tag]),
      author === undefined ? undefined : eq(users.username, author),
      favorited === undefined ? undefined : isFavoriteOf(favorited),
    );
    context.body = await list(where, page, await viewerOf(context));
  });

  router.get('/articles/feed', async (context) => {
    const caller = await callerOf(context);
    context.body = await list(isFollowedBy(caller), Page.parse(context.query), caller);
  });

  router.get('/articles/:slug', async (context) => {
    const viewer = await viewerOf(context);
    context.body = { article: view(await find(context.params.slug, viewer)) };
  });

  router.post('/articles', async (context) => {
    const authorId = await callerOf(context);
    const { article } = NewArticle.parse(context.request.body);
    const slug = slugOf(article.title);
    await database.insert(articles).values({ ...article, slug, authorId });
    context.status = 201;
    context.body = { article: view(await find(slug, authorId)) };
  });

  router.put('/articles/:slug', async (context) => {
    const caller = await callerOf(context);
    const { id, slug: before } = await requireOwn(context.params.slug, caller);
    const { title, ...changes } = ArticleChanges.parse(context.request.body).article;
    const slug = title === undefined ? before : slugOf(title);
    const values = { ...given({ ...changes, title }), slug, updatedAt: new Date() };
    await database.update(articles).set(values).where(eq(articles.id, id));
    context.body = { article: view(await find(slug, caller)) };
  });

  router.delete('/articles/:slug', async (context) => {
    const { id } = await requireOwn(context.params.slug, await callerOf(context));
    await database.delete(articles).where(eq(articles.id, id));
    context.status = 204;
  });

  router.post('/articles/:slug/favorite', async (context) => {
    const userId = await callerOf(context);
    const { article } = await find(context.params.slug, userId);
    await database
      .insert(favorites)
      .values({ articleId: article.id, userId })
      .onConflictDoNothing();
    context.body = { article: view(await find(article.slug, userId)) };
  });

  router.delete('/articles/:slug/favorite', async (context) => {
    const userId = await callerOf(context);
    const { article } = await find(context.params.slug, userId);
    await database
      .delete(favorites)
      .where(and(eq(favorites.articleId, article.id), eq(favorites.userId, userId)));
    context.body = { article: view(await find(article.slug, userId)) };
  });

  const selectComments = (viewer: number) =>
    database
      .select({ comment: comments, author: users, following: isFollowedBy(viewer) })
      .from(comments)
      .innerJoin(users, eq(users.id, comments.authorId));

  router.get('/articles/:slug/comments', async (context) => {
    const viewer = await viewerOf(context);
    const { article } = await find(context.params.slug, viewer);
    const found = await selectComments(viewer)
      .where(eq(comments.articleId, article.id))
      .orderBy(asc(comments.id));
    context.body = {
      comments: found.map(({ comment, author, following }) =>
        viewComment(comment, viewAuthor(author, following)),
      ),
    };
  });

  router.post('/articles/:slug/comments', async (context) => {
    const authorId = await callerOf(context);
    const { article } = await find(context.params.slug, authorId);
    const { body } = NewComment.parse(context.request.body).comment;
    const values = { body, articleId: article.id, authorId };
    const [created] = await database.insert(comments).values(values).returning();
    const [found] = await selectComments(authorId).where(eq(comments.id, created?.id ?? 0));
    context.status = 201;
    if (found) {
      const author = viewAuthor(found.author, found.following);
      context.body = { comment: viewComment(found.comment, author) };
    }
  });

  router.delete('/articles/:slug/comments/:id', async (context) => {
    const caller = await callerOf(context);
    const { id } = CommentId.parse(context.params);
    const { article } = await find(context.params.slug, caller);
    const [comment] = await database
      .select()
      .from(comments)
      .where(and(eq(comments.id, id), eq(comments.articleId, article.id)));
    if (!comment) throw new NotFound('There is no such comment.');
    if (comment.authorId !== caller) throw new Forbidden('Only its author may delete a comment.');
    await database.delete(comments).where(eq(comments.id, id));
    context.status = 204;
  });

  router.get('/tags', async (context) => {
    const found = await database.select({ tagList: articles.tagList }).from(articles);
    context.body = { tags: [...new Set(found.flatMap(({ tagList }) => tagList))].sort() };
  });

  return router;
}
