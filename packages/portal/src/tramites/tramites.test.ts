import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decision, escenaDeCasos, type EscenaDeCasos } from '../../pruebas/casos.ts';
import { inscribirPersona, type Inscrita, type PersonaDePrueba } from '../../pruebas/inscripcion.ts';
import type { OficinaDePrueba } from '../../pruebas/oficina.ts';
import {
  comoPersona,
  funcionariaDePrueba,
  prepararDePrueba,
  radicarDePrueba,
  tipoDePrueba,
} from '../../pruebas/tramites.ts';
import type { Actor } from '../plataforma/index.ts';
import { atenderCaso } from './atender-caso.ts';
import { casoPorRadicado, relojDelCaso } from './consultas.ts';
import { confirmarDecision, decidirCaso, objetarDecision } from './decidir-caso.ts';
import { verificarHecho } from './escribir-en-caso.ts';
import { leerSupervision } from './mesa/cifras.ts';
import { leerCola } from './mesa/cola.ts';
import { radicarCaso } from './radicar-caso.ts';
import { liberarCaso, tomarCaso, tomarSiguiente, trasladarCaso } from './repartir-casos.ts';
import { desistir } from './seguir-caso.ts';

let s: EscenaDeCasos;
let o: OficinaDePrueba;
let ana: Inscrita;
let anaId: string;
let otra: Inscrita;
let deAna: PersonaDePrueba;
let luz: Actor;
let eva: Actor;

beforeAll(async () => {
  s = await escenaDeCasos({}, tipoDePrueba({ tipo: 'prueba.dos', cuatroOjos: true }));
  ({ o, ana, anaId, deAna, luz } = s);
  otra = await inscribirPersona(o);
  eva = await funcionariaDePrueba(o, 'eva');
});
afterAll(() => o.cerrar());

const como: EscenaDeCasos['como'] = (quien, obra) => s.como(quien, obra);

describe('un caso, de la radicación a la decisión', () => {
  it('se toma, se decide, deja decisión sellada y enviada, y no se decide dos veces', async () => {
    const radicado = await radicarDePrueba(o, ana.titular);
    await como(luz, (trx) => tomarCaso(trx, radicado));
    const decidido = await como(luz, (trx) => decidirCaso(trx, decision(radicado)));
    expect(decidido.marcha).toMatchObject({ estado: 'aprobada', turno: 'nadie' });
    await expect(como(luz, (trx) => decidirCaso(trx, decision(radicado)))).rejects.toMatchObject({
      codigo: 'tramites.caso-cambio',
    });
    await o.trabajar();
    expect((await s.ver(radicado)).eventos.map((e) => e.hecho)).toEqual([
      'radicada',
      'asignada',
      'decidida',
      'notificada',
      'notificada',
    ]);
    const correos = await o.consultar<{ asunto: string; adjuntos: unknown[] }>(
      `select asunto, adjuntos from plataforma.mensaje where lower(destino) = lower($1) and asunto like '%' || $2`,
      [deAna.correo, radicado],
    );
    expect(correos.map((c) => c.asunto).sort()).toEqual([
      `Aprobada: su solicitud ${radicado}`,
      `Recibimos su solicitud ${radicado}`,
    ]);
    expect(correos.every((c) => c.adjuntos.length === 1)).toBe(true);
    expect(await s.pendiente(radicado)).toEqual([]);
  });

  it('cincuenta radicaciones a la vez de una solicitud dan un caso', async () => {
    const lista = await prepararDePrueba(o, ana.titular);
    const radicados = await Promise.all(
      Array.from({ length: 50 }, () =>
        como(comoPersona(anaId), async (trx) =>
          radicarCaso(trx, {
            solicitud: { id: lista.id, tipo: 'prueba.caso', titular: anaId, solicitud: { pide: 'si' } },
            demostracion: true,
          }),
        ).then((c) => c.radicado),
      ),
    );
    expect(new Set(radicados).size).toBe(1);
    expect(await o.consultar('select 1 from tramites.caso where solicitud_id = $1', [lista.id])).toHaveLength(
      1,
    );
  });

  it('quien desistió un momento antes no recibe decisión, y al revés', async () => {
    const radicado = await radicarDePrueba(o, ana.titular);
    await como(luz, (trx) => tomarCaso(trx, radicado));
    const suerte = await Promise.allSettled([
      como(comoPersona(anaId), (trx) => desistir(trx, { radicado, titular: anaId, motivo: '' })),
      como(luz, (trx) => decidirCaso(trx, decision(radicado))),
    ]);
    expect(suerte.filter((s) => s.status === 'fulfilled')).toHaveLength(1);
    expect(suerte.find((s) => s.status === 'rejected')).toMatchObject({
      reason: { codigo: 'tramites.caso-cambio' },
    });
    expect(['desistida', 'aprobada']).toContain((await s.ver(radicado)).marcha.estado);
  });

  it('lo que no cumple no se aprueba, y lo que no se sabe se verifica primero', async () => {
    const no = await radicarDePrueba(o, ana.titular, 'no');
    await como(luz, (trx) => tomarCaso(trx, no));
    await expect(como(luz, (trx) => decidirCaso(trx, decision(no)))).rejects.toMatchObject({
      codigo: 'tramites.aprobacion-sin-requisitos',
    });
    await como(luz, (trx) => decidirCaso(trx, decision(no, 'negada')));
    const quien = await radicarDePrueba(o, ana.titular, 'quien-sabe');
    await como(luz, (trx) => tomarCaso(trx, quien));
    await expect(como(luz, (trx) => decidirCaso(trx, decision(quien)))).rejects.toMatchObject({
      codigo: 'tramites.falta-verificar',
    });
    await como(luz, (trx) =>
      verificarHecho(trx, { radicado: quien, que: 'saber', hallazgo: 'no-hay', nota: 'Se miró.' }),
    );
    expect((await como(luz, (trx) => decidirCaso(trx, decision(quien)))).marcha.estado).toBe('aprobada');
  });

  it('con cuatro ojos, quien prepara no confirma; objetada, vuelve a quien la preparó', async () => {
    const radicado = await radicarDePrueba(o, ana.titular, 'si', 'prueba.dos');
    await como(luz, (trx) => tomarCaso(trx, radicado));
    const proyectado = await como(luz, (trx) => decidirCaso(trx, decision(radicado)));
    expect(proyectado.marcha.estado).toBe('por-confirmar');
    await expect(
      como(luz, (trx) => confirmarDecision(trx, { radicado, demostracion: true })),
    ).rejects.toMatchObject({ codigo: 'tramites.cuatro-ojos' });
    const objetado = await como(eva, (trx) =>
      objetarDecision(trx, { radicado, motivo: 'Falta un artículo.' }),
    );
    expect(objetado.marcha).toMatchObject({ estado: 'en-verificacion', proyecto: null });
    await como(luz, (trx) => decidirCaso(trx, decision(radicado)));
    const final = await como(eva, (trx) => confirmarDecision(trx, { radicado, demostracion: true }));
    expect(final.marcha.estado).toBe('aprobada');
  });

  it('y la base tampoco deja: dos ojos no deciden lo de cuatro, ni se mueve lo terminado', async () => {
    const radicado = await radicarDePrueba(o, ana.titular, 'si', 'prueba.dos');
    const caso = await como(luz, (trx) => tomarCaso(trx, radicado));
    const escribir = (hecho: string, numero: number) =>
      o.consultar(
        `select tramites.escribir_evento($1, $2, $3, '{}', 'prueba', now(), current_date, true, null, 'mesa-rut', '', null, null)`,
        [caso.id, numero, hecho],
      );
    await expect(escribir('decidida', 3)).rejects.toMatchObject({ constraint: 'cuatro_ojos' });
    await como(comoPersona(anaId), (trx) => desistir(trx, { radicado, titular: anaId, motivo: '' }));
    await expect(escribir('devuelta', 4)).rejects.toMatchObject({ constraint: 'caso_abierto' });
    await expect(o.consultar('delete from tramites.evento where caso_id = $1', [caso.id])).rejects.toThrow();
  });
});

describe('quién atiende', () => {
  it('nadie su propio caso: ni lo recibe de la cola, ni lo abre', async () => {
    const suya = await funcionariaDePrueba(o, 'propia', ['mesa-rut'], deAna.fila.numero);
    const radicado = await radicarDePrueba(o, ana.titular);
    await expect(como(suya, (trx) => atenderCaso(trx, radicado))).rejects.toMatchObject({ estado: 404 });
    await radicarDePrueba(o, otra.titular);
    const tomado = await como(suya, (trx) => tomarSiguiente(trx, 'mesa-rut'));
    expect(tomado?.titular).not.toBe(anaId);
    await como(luz, (trx) => tomarCaso(trx, radicado));
  });

  it('de los que nadie tiene, primero el que vence antes; dos que piden a la vez reciben dos', async () => {
    await o.consultar(`update tramites.pendiente set asignado_a = null`);
    const tomados = await Promise.all([
      como(luz, (trx) => tomarSiguiente(trx, 'mesa-rut')),
      como(eva, (trx) => tomarSiguiente(trx, 'mesa-rut')),
    ]);
    expect(new Set(tomados.map((c) => c?.radicado)).size).toBe(2);
    const antes = await o.consultar<{ vence: string }>(
      `select min(vence)::text as vence from tramites.pendiente where asignado_a is null and turno = 'oficina'`,
    );
    for (const c of tomados) {
      const suyo = await s.pendiente(c?.radicado ?? '');
      expect(String(suyo[0]?.vence) <= String(antes[0]?.vence ?? '9999')).toBe(true);
    }
  });

  it('la lectura de un caso queda escrita, y quien es dueño la ve', async () => {
    const radicado = await radicarDePrueba(o, ana.titular);
    // The newest entry of the page, whatever else happened at the same instant.
    o.reloj.avanzar(1_000);
    await como(luz, (trx) => atenderCaso(trx, radicado));
    const n = o.navegador();
    n.galletas.set('sesion', ana.token);
    const { body } = await n.ver(`/de/${ana.titular}/actividad`);
    expect(body).toContain('Miró un trámite suyo, con su RUT');
    expect(body).toContain('Funcionaria luz');
  });

  it('la cola no dice de quién son los casos, y solo la ve quien la atiende', async () => {
    await radicarDePrueba(o, ana.titular);
    const { casos } = await como(luz, (trx) => leerCola(trx, { rol: 'mesa-rut', de: 'todos' }));
    expect(casos.length).toBeGreaterThan(0);
    expect(JSON.stringify(casos)).not.toContain(deAna.fila.numero);
    await expect(como(luz, (trx) => leerCola(trx, { rol: 'pqsrd', de: 'todos' }))).rejects.toMatchObject({
      estado: 403,
    });
    await expect(como(luz, leerSupervision)).rejects.toMatchObject({ estado: 403 });
    const jefa = await funcionariaDePrueba(o, 'jefa', ['supervisor']);
    expect((await como(jefa, leerSupervision)).tipos.length).toBeGreaterThan(0);
  });

  it('se devuelve a la cola y se traslada: siempre tiene dueño', async () => {
    const radicado = await radicarDePrueba(o, ana.titular);
    await como(luz, (trx) => tomarCaso(trx, radicado));
    const libre = await como(luz, (trx) => liberarCaso(trx, { radicado, motivo: 'No es de mi tema.' }));
    expect(libre.marcha).toMatchObject({ rol: 'mesa-rut', asignadoA: null });
    await como(luz, (trx) => tomarCaso(trx, radicado));
    const movido = await como(luz, (trx) =>
      trasladarCaso(trx, { radicado, rol: 'devoluciones', motivo: 'Es de allá.' }),
    );
    expect(movido.marcha).toMatchObject({ rol: 'devoluciones', asignadoA: null });
    await expect(como(luz, (trx) => atenderCaso(trx, radicado))).rejects.toMatchObject({ estado: 404 });
  });

  it('lo que está abierto en la cola es lo que dicen los eventos', async () => {
    const filas = await o.consultar<{ radicado: string; estado: string; rol: string; vence: string }>(
      'select radicado, estado, rol, vence::text as vence from tramites.pendiente',
    );
    const leidos = await Promise.all(
      filas.map((f) =>
        o.oficina.comoPropietario({ tipo: 'sistema', trabajo: 'prueba' }, (trx) =>
          casoPorRadicado(trx, f.radicado),
        ),
      ),
    );
    expect(filas.length).toBeGreaterThan(3);
    leidos.forEach((c, i) =>
      expect(filas[i]).toMatchObject({
        estado: c?.marcha.estado,
        rol: c?.marcha.rol,
        vence: c && relojDelCaso(c).vence,
      }),
    );
  });
});
