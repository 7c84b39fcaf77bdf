import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANCELAR, confirmar, radicar, recienProbados } from '../../../pruebas/actos-de-oficio.ts';
import { atender, registrada } from '../../../pruebas/asistidos.ts';
import { delegarDirecto, idDe } from '../../../pruebas/cuentas.ts';
import { inscribirEmpresa } from '../../../pruebas/empresa.ts';
import { navegadorDe } from '../../../pruebas/firma.ts';
import { inscribirPersona } from '../../../pruebas/inscripcion.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import {
  contribuyente,
  decidirEnMesa,
  deLaMesa,
  firmarSolicitud,
  responder,
  RESTAURANTE,
} from '../../../pruebas/verificados.ts';

let o: OficinaDePrueba;
let luz: Navegador;
let mar: Navegador;
beforeAll(async () => {
  o = await abrirOficina();
  luz = await deLaMesa(o, 'luz');
  mar = await deLaMesa(o, 'mar');
});
afterAll(() => o.cerrar());

describe('quien no puede pedirlo lo lee antes de trabajar', () => {
  it('quien solo puede consultar no ve un botón que le niega: lee por qué', async () => {
    const c = await contribuyente(o, '05', '33', '49');
    const otra = await inscribirPersona(o);
    await delegarDirecto(o, { de: c.i.titular, a: otra.titular, ambito: 'consultar', minutos: 600 });
    const n = navegadorDe(o, otra);
    for (const camino of [`${c.de}/rut/retiro-inc`, `${c.de}/rut/actualizacion`]) {
      const { body } = await n.ver(camino);
      expect(body).toContain('Su permiso es solo para consultar');
      expect(body).not.toContain(`action="${camino}"`);
    }
    expect((await n.ver(`${c.de}/tramites`)).body).not.toContain('Empezar uno');
  });

  it('en la sede, antes de la primera pregunta: si el RUT ya lo impide, o si hay una igual en curso', async () => {
    const sin33 = await registrada(o);
    await recienProbados(o);
    const no = await atender(luz, 'retiro-inc', sin33);
    expect(no.statusCode).toBe(409);
    expect(no.body).toContain('no hay nada que retirar');
    expect(no.body).toContain(sin33.fila.numero);

    const c = await contribuyente(o, '05', '33', '49');
    const solicitud = await responder(c.n, `${c.de}/rut/retiro-inc`, RESTAURANTE);
    const radicado = await firmarSolicitud(o, c.n, c.p, solicitud);
    const otra = await atender(luz, 'retiro-inc', c.p);
    expect([otra.statusCode, otra.body.includes(radicado)]).toEqual([409, true]);
  });
});

describe('quien dejó de representar', () => {
  it('lee por qué ya no puede, y desde cuándo; para quien nunca pudo, esa página no existe', async () => {
    const c = await contribuyente(o, '49');
    const empresa = await inscribirEmpresa(o, c.p);
    const de = `/de/${empresa.idPublico}`;
    expect((await c.n.ver(`${de}/rut`)).statusCode).toBe(200);
    await o.consultar(
      `select rut.insertar_version(gen_random_uuid(), v.titular_id, rut.nuevo_formulario(), '02',
         jsonb_set(v.registro, '{representantes}', '[]'), plataforma.nuevo_radicado('RU', 2026),
         sha256(gen_random_uuid()::text::bytea), $2)
       from rut.versiones v where v.titular_id = $1 and v.vigente`,
      [await idDe(o, empresa.idPublico), o.reloj.ahora()],
    );
    const r = await c.n.ver(`${de}/rut`);
    expect(r.statusCode).toBe(403);
    expect(r.body).toContain('Usted ya no representa a');
    expect(r.body).toContain('10 de marzo de 2026');
    expect(r.body).toContain('href="/actuar"');
    const ajena = navegadorDe(o, await inscribirPersona(o));
    expect((await ajena.ver(`${de}/rut`)).statusCode).toBe(404);
  });

  it('a quien se le terminó un permiso, también', async () => {
    const una = await inscribirPersona(o);
    const otra = await inscribirPersona(o);
    await delegarDirecto(o, { de: una.titular, a: otra.titular, ambito: 'preparar', minutos: 5 });
    const n = navegadorDe(o, otra);
    expect((await n.ver(`/de/${una.titular}/rut`)).statusCode).toBe(200);
    o.reloj.avanzar(6 * 60_000);
    const r = await n.ver(`/de/${una.titular}/rut`);
    expect([r.statusCode, r.body.includes('Su permiso para actuar por')]).toEqual([403, true]);
  });
});

describe('un RUT cancelado', () => {
  it('ofrece solo lo que puede hacer, su firma termina en la misma transacción y la mesa lo lee en sus casos abiertos', async () => {
    const c = await contribuyente(o, '05', '33', '49');
    const solicitud = await responder(c.n, `${c.de}/rut/retiro-inc`, RESTAURANTE);
    const radicado = await firmarSolicitud(o, c.n, c.p, solicitud);
    expect((await c.n.ver(`${c.de}/tramites`)).body).toContain('Empezar uno');
    await recienProbados(o);
    const caso = await radicar(o, luz, 'cancelacion', c.p.fila.numero, CANCELAR);
    expect((await decidirEnMesa(luz, caso, 'ordenada')).statusCode).toBe(303);
    expect((await confirmar(mar, caso)).statusCode).toBe(303);

    // No job has run yet.
    const fin = await o.consultar<{ causal: string; iguales: boolean }>(
      `select r.causal, r.revocado_en = e.anotado_en as iguales from firma.revocacion r
       join firma.certificado f on f.id = r.certificado_id
       join rut.cambio_estado e on e.titular_id = f.persona_id and e.estado = 'cancelado'
       where f.persona_id = $1`,
      [await idDe(o, c.i.titular)],
    );
    expect(fin).toEqual([{ causal: 'cancelacion-rut', iguales: true }]);
    expect((await c.n.ver('/mi-firma')).body).toContain('Su RUT está cancelado');
    expect((await c.n.ver('/mi-firma')).body).not.toContain('Obtener mi firma');
    expect((await c.n.ver(`${c.de}/tramites`)).body).not.toContain('Empezar uno');
    expect((await c.n.ver(`${c.de}/rut`)).body).not.toContain(`${c.de}/rut/retiro-inc`);
    await c.n.ver(`${c.de}/rut/actualizacion`);
    const r = await c.n.enviar(`${c.de}/rut/actualizacion`);
    expect([r.statusCode, r.body.includes('primero hay que reactivarlo')]).toEqual([409, true]);
    expect((await luz.ver(`/mesa/tramites/${radicado}`)).body).toContain(
      'El RUT de este trámite está cancelado',
    );

    await o.trabajar();
    const anotada = await o.consultar(
      `select 1 from plataforma.auditoria where accion = 'firma.terminar' and persona_id = $1`,
      [await idDe(o, c.i.titular)],
    );
    expect(anotada).toHaveLength(1);
  });
});
