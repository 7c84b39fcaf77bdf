import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { delegarDirecto, idDe } from '../../pruebas/cuentas.ts';
import { EMPRESA, inscribirEmpresa } from '../../pruebas/empresa.ts';
import { CONTRASENA, obtenerFirma } from '../../pruebas/firma.ts';
import { inscribirPersona, persona, type PersonaDePrueba } from '../../pruebas/inscripcion.ts';
import { abrirOficina, CLAVE_MAESTRA, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import { SISTEMA } from '../../pruebas/transacciones.ts';
import { llavesDeAcceso } from '../cuentas/index.ts';
import {
  abrirSesion,
  ANONIMO,
  clavesDe,
  codigosDeUnUso,
  crearRegistro,
  type Actor,
  type Ambito,
  type Sesion,
} from '../plataforma/index.ts';
import { abrirAutoridad } from '../sello/index.ts';
import { actoDePrueba, PRUEBA } from './actos-propios.ts';
import { pedirClaveDinamica } from './clave-dinamica.ts';
import type { EntornoFirma } from './entorno.ts';
import { firmarActo, presentarActo } from './firmar-acto.ts';

/** Signing for another: the door that later rooms go through, with whoever acts and for whom. */
let o: OficinaDePrueba;
let e: EntornoFirma;
let empresa: { titular: string; idPublico: string };
let representante: Firmante;
const publico = mkdtempSync(join(tmpdir(), 'autogestion-por-otro-'));

interface Firmante {
  p: PersonaDePrueba;
  id: string;
  sesion: Sesion;
}

async function conFirma(): Promise<Firmante> {
  const p = persona();
  const i = await inscribirPersona(o, p);
  await obtenerFirma(o, i, p);
  const id = await idDe(o, i.titular);
  const sesion = await o.oficina.enTransaccion(ANONIMO, (trx) => abrirSesion(trx, 'navegador', id));
  return { p, id, sesion };
}

beforeAll(async () => {
  o = await abrirOficina();
  const claves = clavesDe(CLAVE_MAESTRA);
  const autoridad = await o.oficina.comoPropietario(SISTEMA, (trx) =>
    abrirAutoridad(trx, {
      claves,
      reloj: o.reloj,
      registro: crearRegistro('silent'),
      directorioPublico: publico,
    }),
  );
  const urlPublica = 'http://localhost';
  e = {
    autoridad,
    claves,
    codigos: codigosDeUnUso(claves),
    llaves: llavesDeAcceso({ urlPublica }),
    urlPublica,
    demostracion: true,
  };
  representante = await conFirma();
  empresa = await inscribirEmpresa(o, representante.p);
});
afterAll(async () => {
  await o.cerrar();
  rmSync(publico, { recursive: true });
});

/** Signs for the company, saying with which scope one acts. */
async function firmarPorLaEmpresa(f: Firmante, ambito: Ambito) {
  const actor: Actor = {
    tipo: 'persona',
    persona: f.id,
    sesion: f.sesion.id,
    por: { titular: empresa.titular, ambito },
  };
  const acto = actoDePrueba(EMPRESA);
  const { mostrado } = await o.oficina.enTransaccion(actor, (trx) => presentarActo(trx, PRUEBA, acto));
  o.reloj.avanzar(61_000);
  await o.oficina.enTransaccion(actor, (trx) =>
    pedirClaveDinamica(trx, e, { sesion: f.sesion, canal: 'correo', mostrado, titulo: 'Prueba' }),
  );
  const codigo = await o.codigo(f.p.correo);
  return o.oficina.enTransaccion(actor, (trx) =>
    firmarActo(trx, e, {
      tipo: PRUEBA,
      titular: empresa.titular,
      acto,
      mostrado,
      contrasena: CONTRASENA,
      factor: { tipo: 'clave-dinamica', codigo },
      sesion: f.sesion,
      clave: randomUUID(),
    }),
  );
}

const actosDeLaEmpresa = () =>
  o.consultar<{ firmante_id: string }>('select firmante_id from firma.acto where titular_id = $1', [
    empresa.titular,
  ]);

const SIN_PERMISO = { codigo: 'plataforma.sin-permiso' };

describe('firmar por otro', () => {
  it('quien representa a la empresa firma por ella con su propia clave, y queda quién y por quién', async () => {
    const r = await firmarPorLaEmpresa(representante, 'firmar');
    expect(r.ok).toBe(true);
    expect(await actosDeLaEmpresa()).toEqual([{ firmante_id: representante.id }]);
    const [a] = await o.consultar<{ actor: string; persona_id: string }>(
      `select actor, persona_id from plataforma.auditoria where accion = 'firma.firmar-acto'
       order by ocurrio_en desc limit 1`,
    );
    expect(a?.actor).toContain(representante.id);
    expect(a?.persona_id).toBe(empresa.titular);
  });

  it.each(['consultar', 'preparar', 'presentar'] as const)(
    'una persona autorizada para %s no firma por ella, aunque tenga firma propia',
    async (ambito) => {
      const contadora = await conFirma();
      const [c] = await o.consultar<{ p: string }>('select id_publico as p from rut.titular where id = $1', [
        contadora.id,
      ]);
      await delegarDirecto(o, { de: empresa.idPublico, a: c?.p ?? '', ambito });
      const antes = (await actosDeLaEmpresa()).length;
      await expect(firmarPorLaEmpresa(contadora, ambito)).rejects.toMatchObject(SIN_PERMISO);
      // Not even by saying that one may: the database asks for the title again.
      await expect(firmarPorLaEmpresa(contadora, 'firmar')).rejects.toMatchObject(SIN_PERMISO);
      expect(await actosDeLaEmpresa()).toHaveLength(antes);
    },
  );
});
