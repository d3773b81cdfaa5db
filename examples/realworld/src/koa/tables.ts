import { integer, pgTable, primaryKey, serial, text, timestamp } from 'drizzle-orm/pg-core';

const changedAt = () => timestamp({ withTimezone: true }).notNull().defaultNow();

export const users = pgTable('users', {
  id: serial().primaryKey(),
  email: text().notNull().unique(),
  username: text().notNull().unique(),
  password: text().notNull(),
  bio: text(),
  image: text(),
});

const userId = () =>
  integer()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

export const articles = pgTable('articles', {
  id: serial().primaryKey(),
  slug: text().notNull().unique(),
  title: text().notNull(),
  description: text().notNull(),
  body: text().notNull(),
  tagList: text().array().notNull(),
  createdAt: changedAt(),
  updatedAt: changedAt(),
  authorId: userId(),
});

const articleId = () =>
  integer()
    .notNull()
    .references(() => articles.id, { onDelete: 'cascade' });

export const comments = pgTable('comments', {
  id: serial().primaryKey(),
  body: text().notNull(),
  createdAt: changedAt(),
  updatedAt: changedAt(),
  articleId: articleId(),
  authorId: userId(),
});

export const favorites = pgTable(
  'favorites',
  { articleId: articleId(), userId: userId() },
  (table) => [primaryKey({ columns: [table.articleId, table.userId] })],
);

export const follows = pgTable(
  'follows',
  { followedId: userId(), followerId: userId() },
  (table) => [primaryKey({ columns: [table.followedId, table.followerId] })],
);

/** The same, as a migration makes them. */
export const TABLES = `
  create table users (
    "id" serial primary key,
    "email" text not null unique,
    "username" text not null unique,
    "password" text not null,
    "bio" text,
    "image" text
  );
  create table articles (
    "id" serial primary key,
    "slug" text not null unique,
    "title" text not null,
    "description" text not null,
    "body" text not null,
    "tagList" text[] not null,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now(),
    "authorId" int not null references users on delete cascade
  );
  create table comments (
    "id" serial primary key,
    "body" text not null,
    "createdAt" timestamptz not null default now(),
    "updatedAt" timestamptz not null default now(),
    "articleId" int not null references articles on delete cascade,
    "authorId" int not null references users on delete cascade
  );
  create table favorites (
    "articleId" int not null references articles on delete cascade,
    "userId" int not null references users on delete cascade,
    primary key ("articleId", "userId")
  );
  create table follows (
    "followedId" int not null references users on delete cascade,
    "followerId" int not null references users on delete cascade,
    primary key ("followedId", "followerId")
  );`;
