-- One attempt to pay something through one provider. The reference is what provider and bank name it by; it says
-- nothing of whose it is.
create table payment_order (
  id uuid primary key,
  reference text not null unique,
  provider text not null,
  payable_kind text not null,
  payable_id text not null,
  lines jsonb not null,
  dong bigint not null check (dong > 0),
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  way jsonb,
  ended text,
  asked integer not null default 0,
  ask_at timestamptz
);
comment on column payment_order.payable_id is 'Of a dossier its code, of a filing its id.';
comment on column payment_order.way is 'Where it is paid; null until the provider has said.';
comment on column payment_order.ended is 'paid, failed or expired; null while it is not known.';
comment on column payment_order.ask_at is 'When the provider is asked next what became of it; null when it need not be.';
create index payment_order_of_payable on payment_order (payable_id, payable_kind, opened_at);
create index payment_order_to_ask on payment_order (ask_at) where ask_at is not null;
create index payment_order_unclear on payment_order (expires_at) where ended is null and ask_at is null;

-- A sum that a provider has really taken for the centre, once by the provider's own number. Its row is what its events
-- come to.
create table money_in (
  id uuid primary key,
  provider text not null,
  transaction text not null,
  order_id uuid references payment_order,
  paid_at timestamptz not null,
  text text,
  version integer not null,
  standing text not null,
  awaits_person boolean not null,
  is_agreed boolean not null,
  state jsonb not null,
  unique (provider, transaction)
);
comment on column money_in.text is 'What was written with a transfer; kept where no order of ours is meant, so that its sender can be found.';
comment on column money_in.is_agreed is 'A refund was agreed to by two people and is not made yet.';
create index money_in_of_order on money_in (order_id) where order_id is not null;
create index money_in_by_day on money_in (provider, paid_at);
create index money_in_new on money_in (id) where standing = 'new';
create index money_in_to_see_to on money_in (paid_at, id) where awaits_person;
create index money_in_agreed on money_in (id) where is_agreed;

create table money_in_event (
  money_in_id uuid not null references money_in (id),
  sequence integer not null,
  at timestamptz not null,
  type text not null,
  data jsonb not null,
  primary key (money_in_id, sequence)
);

-- A provider's own list of what it took, or a bank's statement, as it was compared with what we had.
create table provider_file (
  id uuid primary key,
  provider text not null,
  sha256 bytea not null,
  at timestamptz not null,
  staff_id uuid not null,
  from_day date not null,
  to_day date not null,
  content jsonb not null,
  unique (provider, sha256)
);
create index provider_file_by_moment on provider_file (at);
