-- Whoever brings a sealed file is told whose it is: it is found by what it weighs in bytes, its hash.
create index concurrently sellado_hash on sello.sellado (hash);
