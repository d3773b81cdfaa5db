import { type Request, Router } from 'express';
import { given, Login, NewUser, UserChanges } from '../content.js';
import { checkPassword, hashPassword } from '../passwords.js';
import { findUserId, requireUserId } from '../tokens.js';
import { viewAuthor, viewUser } from '../views.js';
import type { PrismaClient } from './generated/client.js';

/** Users, their login, and their profiles. */
export function routeUsers({ user: users }: PrismaClient): Router {
  const router = Router();
  const callerOf = (request: Request) => requireUserId(request.headers.authorization);

  router.post('/users/login', async (request, response) => {
    const { email, password } = Login.parse(request.body).user;
    const user = await users.findUnique({ where: { email } });
    await checkPassword(password, user?.password);
    if (user) response.json(await viewUser(user));
  });

  router.post('/users', async (request, response) => {
    const { password, ...user } = NewUser.parse(request.body).user;
    const data = { ...user, password: await hashPassword(password) };
    response.status(201).json(await viewUser(await users.create({ data })));
  });

  router.get('/user', async (request, response) => {
    const id = await callerOf(request);
    response.json(await viewUser(await users.findUniqueOrThrow({ where: { id } })));
  });

  router.put('/user', async (request, response) => {
    const id = await callerOf(request);
    const { password, ...changes } = UserChanges.parse(request.body).user;
    const hashed = password === undefined ? undefined : await hashPassword(password);
    const data = given({ ...changes, password: hashed });
    response.json(await viewUser(await users.update({ where: { id }, data })));
  });

  router.get('/profiles/:username', async (request, response) => {
    const id = (await findUserId(request.headers.authorization)) ?? 0;
    const { followers, ...user } = await users.findUniqueOrThrow({
      where: { username: request.params.username },
      include: { followers: { where: { id }, select: { id: true } } },
    });
    response.json({ profile: viewAuthor(user, followers.length > 0) });
  });

  router.post('/profiles/:username/follow', async (request, response) => {
    const id = await callerOf(request);
    const { username } = request.params;
    const data = { followers: { connect: { id } } };
    const user = await users.update({ where: { username }, data });
    response.json({ profile: viewAuthor(user, true) });
  });

  router.delete('/profiles/:username/follow', async (request, response) => {
    const id = await callerOf(request);
    const { username } = request.params;
    const data = { followers: { disconnect: { id } } };
    const user = await users.update({ where: { username }, data });
    response.json({ profile: viewAuthor(user, false) });
  });

  return router;
}
