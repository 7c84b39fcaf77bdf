import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { abrirOficina, type Oficina } from './apoyo/oficina.ts';
import { personas } from './apoyo/personas.ts';
import { hastaElBoton } from './apoyo/presentar.ts';

const gente = personas(1);
let oficina: Oficina;
beforeAll(async () => {
  oficina = await abrirOficina({}, { aparte: true });
  await oficina.inscribibles(gente.todas);
});
afterAll(() => oficina.cerrar());

const NUMERO = /\d{4}IN-[0-9A-Z]{4}-\d{6}-[0-9A-Z]{4}/;

it('con PostgreSQL detenido, quien presenta recibe una constancia que openssl acepta; al volver la encuentra en su cuenta y presenta una sola vez', async () => {
  const { l, de, firmar, campos } = await hastaElBoton(oficina, gente.siguiente());
  await oficina.detenerBase();
  const cortada = await l.enviar(firmar, campos);
  const [numero = ''] = NUMERO.exec(cortada.html) ?? [];
  expect([cortada.estado, numero]).toEqual([503, expect.stringMatching(NUMERO)]);
  expect((await l.ver(`/constancias/${numero}`)).estado).toBe(200);
  const archivo = (nombre: string) => join(oficina.directorio, nombre);
  await writeFile(archivo('constancia.pem'), (await l.ver(`/constancias/${numero}/firmada`)).html);
  await writeFile(archivo('autoridad.pem'), (await l.ver('/verificar/autoridad.pem')).html);
  const { status, stdout } = spawnSync(
    'openssl',
    [
      'cms',
      '-verify',
      '-inform',
      'PEM',
      '-in',
      archivo('constancia.pem'),
      '-CAfile',
      archivo('autoridad.pem'),
    ],
    { encoding: 'utf8' },
  );
  expect([status, stdout.includes(numero)]).toEqual([0, true]);

  // The office dies too, before it could bring what it had written down.
  await oficina.matar();
  await oficina.volverBase();
  await oficina.reabrir();
  await expect.poll(async () => (await l.ver(`${de}/intentos`)).html, ESPERA).toContain(numero);
  await l.ver(firmar);
  const presentada = await l.enviar(firmar, campos);
  expect([presentada.estado, presentada.a]).toEqual([303, expect.stringContaining('/declaraciones/')]);
  const [{ n } = { n: 0 }] = await oficina.sql<{ n: number }>(
    'select count(*)::int as n from declaraciones.declaracion',
  );
  expect(n).toBe(1);
});

const ESPERA = { timeout: 60_000, interval: 500 };
