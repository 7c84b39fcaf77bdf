import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { alguna } from '@autogestion/normas/rut';
import { inscribirPersona, persona, type Inscrita } from '../../pruebas/inscripcion.ts';
import { funcionario, idDe } from '../../pruebas/cuentas.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import type { Actor } from '../plataforma/index.ts';
import { casoPorRadicado } from './consultas.ts';
import { confirmarDecision, decidirCaso } from './decidir-caso.ts';
import { FLUJO_RUT } from './flujo.ts';
import { prepararSolicitud } from './preparar-solicitud.ts';
import { radicarCaso } from './radicar-caso.ts';
import { tomarCaso, tomarSiguiente } from './repartir-casos.ts';
import { desistir } from './seguir-caso.ts';
import { registrarTipoDeCaso } from './acto.ts';
import { tipoDeCaso } from './tipos.ts';

/** A kind of the test's own: approved when what is asked is «sí». */
const PRUEBA = {
  tipo: 'prueba.caso',
  nombre: 'Trámite de prueba',
  serie: 'RU',
  rol: 'mesa-rut',
  flujo: FLUJO_RUT,
  cuatroOjos: false,
  esquema: z.object({ pide: z.enum(['si', 'no', 'quien-sabe']) }),
  presentar: ({ pide }: { pide: string }) => ({
    titulo: 'Trámite de prueba',
    secciones: [{ titulo: 'Qué pide', filas: [{ clave: 'Pide', valor: pide }] }],
  }),
  documentos: () => [],
  verificables: [],
  comprobar: async (
    _: unknown,
    { solicitud, verificado }: { solicitud: { pide: string }; verificado: object },
  ) => {
    const estado =
      solicitud.pide === 'si' || 'saber' in verificado
        ? ('cumple' as const)
        : solicitud.pide === 'no'
          ? ('no-cumple' as const)
          : ('no-se-sabe' as const);
    const condicion = {
      id: 'pide',
      estado,
      razon: `Pide «${solicitud.pide}».`,
      articulo: 'Ninguno',
      certeza: 'norma' as const,
    };
    return { estado: alguna([estado]), condiciones: [condicion] };
  },
  plantilla: () => ({ razones: 'Porque sí.', fundamento: 'Ninguno.' }),
} as const;

let o: OficinaDePrueba;
let ana: Inscrita;
let anaId: string;

beforeAll(async () => {
  o = await abrirOficina();
  registrarTipoDeCaso(tipoDeCaso(PRUEBA));
  registrarTipoDeCaso(tipoDeCaso({ ...PRUEBA, tipo: 'prueba.dos', cuatroOjos: true }));
  ana = await inscribirPersona(o, persona());
  anaId = await idDe(o, ana.titular);
});
afterAll(() => o.cerrar());

const comoAna = (): Actor => ({ tipo: 'persona', persona: anaId, sesion: SESION });
const SESION = '00000000-0000-7000-8000-000000000000';
let siguiente = 0;

async function radicar(pide: string, tipo = 'prueba.caso'): Promise<string> {
  const caso = await o.oficina.enTransaccion(comoAna(), async (trx) => {
    const s = await prepararSolicitud(trx, {
      tipo,
      titular: anaId,
      solicitud: { pide },
      clave: `clave-${siguiente++}`,
    });
    return radicarCaso(trx, {
      solicitud: { id: s.id, tipo, titular: anaId, solicitud: { pide } },
      demostracion: true,
    });
  });
  return caso.radicado;
}

async function mesa(usuario: string): Promise<Actor> {
  await funcionario(o, { usuario, roles: ['mesa-rut'] });
  const [f] = await o.consultar<{ id: string }>('select id from cuentas.funcionario where usuario = $1', [
    usuario,
  ]);
  return { tipo: 'funcionario', funcionario: f?.id ?? '', sesion: SESION };
}

describe('un caso, de la radicación a la decisión', () => {
  it('se toma de la cola, se decide y deja decisión, y no se decide dos veces', async () => {
    const radicado = await radicar('si');
    const luz = await mesa('luz');
    const tomado = await o.oficina.enTransaccion(luz, (trx) => tomarSiguiente(trx, 'mesa-rut'));
    expect(tomado?.radicado).toBe(radicado);
    const decision = {
      radicado,
      sentido: 'aprobada',
      razones: 'Cumple.',
      fundamento: 'DUR 1.6.1.2.31',
      demostracion: true,
    };
    const decidido = await o.oficina.enTransaccion(luz, (trx) => decidirCaso(trx, decision));
    expect(decidido.marcha).toMatchObject({ estado: 'aprobada', turno: 'nadie' });
    await expect(o.oficina.enTransaccion(luz, (trx) => decidirCaso(trx, decision))).rejects.toMatchObject({
      codigo: 'tramites.caso-cambio',
    });
    await o.trabajar();
    const visto = await o.oficina.enTransaccion(comoAna(), (trx) => casoPorRadicado(trx, radicado));
    expect(visto?.eventos.map((e) => e.hecho)).toEqual([
      'radicada',
      'asignada',
      'decidida',
      'notificada',
      'notificada',
    ]);
  });

  it('quien desistió un momento antes no recibe decisión', async () => {
    const radicado = await radicar('si');
    const eva = await mesa('eva');
    await o.oficina.enTransaccion(eva, (trx) => tomarSiguiente(trx, 'mesa-rut'));
    await o.oficina.enTransaccion(comoAna(), (trx) =>
      desistir(trx, { radicado, titular: anaId, motivo: '' }),
    );
    await expect(
      o.oficina.enTransaccion(eva, (trx) =>
        decidirCaso(trx, {
          radicado,
          sentido: 'aprobada',
          razones: 'Sí.',
          fundamento: 'X',
          demostracion: true,
        }),
      ),
    ).rejects.toMatchObject({ codigo: 'tramites.caso-cambio' });
  });

  it('con cuatro ojos, quien prepara no confirma', async () => {
    const radicado = await radicar('si', 'prueba.dos');
    const [uno, dos] = [await mesa('uno'), await mesa('dos')];
    await o.oficina.enTransaccion(uno, (trx) => tomarCaso(trx, radicado));
    const proyectado = await o.oficina.enTransaccion(uno, (trx) =>
      decidirCaso(trx, {
        radicado,
        sentido: 'aprobada',
        razones: 'Cumple.',
        fundamento: 'X',
        demostracion: true,
      }),
    );
    expect(proyectado.marcha.estado).toBe('por-confirmar');
    await expect(
      o.oficina.enTransaccion(uno, (trx) => confirmarDecision(trx, { radicado, demostracion: true })),
    ).rejects.toMatchObject({ codigo: 'tramites.cuatro-ojos' });
    const final = await o.oficina.enTransaccion(dos, (trx) =>
      confirmarDecision(trx, { radicado, demostracion: true }),
    );
    expect(final.marcha.estado).toBe('aprobada');
  });
});
