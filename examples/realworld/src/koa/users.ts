import { NotFound } from '@faultless/koa';
import Router from '@koa/router';
import { and, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Context } from 'koa';
import { given, Login, NewUser, UserChanges } from '../content.js';
import { checkPassword, hashPassword } from '../passwords.js';
import { findUserId, requireUserId } from '../tokens.js';
import { viewAuthor, viewUser } from '../views.js';
import { follows, users } from './tables.js';

const noSuchUser = () => new NotFound('There is no such user.');

/** Whether a user follows the one whose row is read. */
export const isFollowedBy = (viewer: number) => sql<boolean>`exists (
  select 1 from ${follows}
  where ${follows.followedId} = ${users.id} and ${follows.followerId} = ${viewer})`;

/** Users, their login, and their profiles. */
export function routeUsers(database: NodePgDatabase): Router {
  const router = new Router();
  const callerOf = (context: Context) => requireUserId(context.get('Authorization'));

  async function findProfile(username: string | undefined, viewer: number) {
    const [found] = await database
      .select({ user: users, following: isFollowedBy(viewer) })
      .from(users)
      .where(eq(users.username, username ?? ''));
    if (!found) throw noSuchUser();
    return found;
  }

  router.post('/users/login', async (context) => {
    const { email, password } = Login.parse(context.request.body).user;
    const [user] = await database.select().from(users).where(eq(users.email, email));
    await checkPassword(password, user?.password);
    if (user) context.body = await viewUser(user);
  });

  router.post('/users', async (context) => {
    const { password, ...user } = NewUser.parse(context.request.body).user;
    const values = { ...user, password: await hashPassword(password) };
    const [created] = await database.insert(users).values(values).returning();
    context.status = 201;
    if (created) context.body = await viewUser(created);
  });

  router.get('/user', async (context) => {
    const id = await callerOf(context);
    const [user] = await database.select().from(users).where(eq(users.id, id));
    if (!user) throw noSuchUser();
    context.body = await viewUser(user);
  });

  router.put('/user', async (context) => {
    const id = await callerOf(context);
    const { password, ...changes } = UserChanges.parse(context.request.body).user;
    const hashed = password === undefined ? undefined : await hashPassword(password);
    const values = { id, ...given({ ...changes, password: hashed }) };
    const [user] = await database.update(users).set(values).where(eq(users.id, id)).returning();
    if (!user) throw noSuchUser();
    context.body = await viewUser(user);
  });

  router.get('/profiles/:username', async (context) => {
    const viewer = (await findUserId(context.get('Authorization'))) ?? 0;
    const { user, following } = await findProfile(context.params.username, viewer);
    context.body = { profile: viewAuthor(user, following) };
  });

  router.post('/profiles/:username/follow', async (context) => {
    const followerId = await callerOf(context);
    const { user } = await findProfile(context.params.username, followerId);
    await database
      .insert(follows)
      .values({ followedId: user.id, followerId })
      .onConflictDoNothing();
    context.body = { profile: viewAuthor(user, true) };
  });

  router.delete('/profiles/:username/follow', async (context) => {
    const followerId = await callerOf(context);
    const { user } = await findProfile(context.params.username, followerId);
    await database
      .delete(follows)
      .where(and(eq(follows.followedId, user.id), eq(follows.followerId, followerId)));
    context.body = { profile: viewAuthor(user, false) };
  });

  return router;
}
