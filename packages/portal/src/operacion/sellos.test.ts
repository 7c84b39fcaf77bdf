import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obtenerFirma } from '../../pruebas/firma.ts';
import { inscribirPersona, persona } from '../../pruebas/inscripcion.ts';
import type { Navegador } from '../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import { abrirSesion, ANONIMO, uuidv7 } from '../plataforma/index.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
  const p = persona();
  await obtenerFirma(o, await inscribirPersona(o, p), p);
});
afterAll(() => o.cerrar());

let cuantos = 0;
/** An official with those roles and a second factor, already in. */
async function funcionario(roles: string[]): Promise<Navegador> {
  const id = uuidv7(o.reloj.ahora());
  const n = ++cuantos;
  await o.consultar(
    `insert into cuentas.funcionario (id, id_publico, usuario, nombre, correo, tipo_documento, numero_documento, roles, creado_en)
     values ($1, $2, $3, 'Funcionaria Ficticia', $4, '13', $5, $6, $7)`,
    [id, `f${n}`, `ficticia${n}`, `f${n}@ejemplo.co`, `109000000${n}`, roles, o.reloj.ahora()],
  );
  await o.consultar(
    `insert into cuentas.llave (id, cuenta_id, credencial, clave_publica, contador, transportes, nombre, creada_en)
     values ($1, $2, $3, '\\x00', 0, '{}', 'prueba', $4)`,
    [uuidv7(o.reloj.ahora()), id, `credencial-${n}`, o.reloj.ahora()],
  );
  const sesion = await o.oficina.enTransaccion(ANONIMO, (trx) =>
    abrirSesion(trx, 'navegador', { funcionario: id }),
  );
  const navegador = o.navegador();
  navegador.galletas.set('sesion', sesion.token);
  return navegador;
}

describe('documentos sin sello', () => {
  it('el operador ve lo firmado que espera su sello, lo repara, y nada de las personas', async () => {
    const n = await funcionario(['operador']);
    const pagina = await n.ver('/operacion/sellos');
    expect(pagina.statusCode).toBe(200);
    expect(pagina.body).toContain('Acto firmado');
    expect(pagina.body).not.toMatch(/Muñoz|Zoraida/);

    // Its job was lost: neither waiting nor given up.
    await o.consultar(`delete from graphile_worker._private_jobs`);
    const r = await n.enviar('/operacion/sellos');
    expect(r.statusCode).toBe(303);
    expect((await n.seguir()).body).toContain('2 documentos vuelven');
    await o.trabajar();
    expect((await n.ver('/operacion/sellos')).body).toContain('Todo está sellado');
  });

  it('quien no es operador no entra', async () => {
    expect((await (await funcionario(['auditor'])).ver('/operacion/sellos')).statusCode).toBe(403);
    expect((await o.navegador().ver('/operacion/sellos')).headers.location).toBe('/mesa/entrar');
  });
});
