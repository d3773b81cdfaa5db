/** The tables of prisma/schema.prisma, as `prisma migrate` makes them. */
export const TABLES = `
  create table "User" (
    "id" serial primary key,
    "email" text not null unique,
    "username" text not null unique,
    "password" text not null,
    "bio" text,
    "image" text
  );
  create table "Article" (
    "id" serial primary key,
    "slug" text not null unique,
    "title" text not null,
    "description" text not null,
    "body" text not null,
    "tagList" text[],
    "createdAt" timestamptz(3) not null default now(),
    "updatedAt" timestamptz(3) not null default now(),
    "authorId" int not null references "User"
  );
  create table "Comment" (
    "id" serial primary key,
    "body" text not null,
    "createdAt" timestamptz(3) not null default now(),
    "updatedAt" timestamptz(3) not null default now(),
    "articleId" int not null references "Article" on delete cascade,
    "authorId" int not null references "User"
  );
  create table "_favorites" (
    "A" int not null references "Article" on delete cascade,
    "B" int not null references "User" on delete cascade,
    primary key ("A", "B")
  );
  create table "_follows" (
    "A" int not null references "User" on delete cascade,
    "B" int not null references "User" on delete cascade,
    primary key ("A", "B")
  );`;
