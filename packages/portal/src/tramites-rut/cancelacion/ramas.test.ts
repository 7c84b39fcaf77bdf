import { CAUSALES_CANCELACION, CESE_NO_CANCELA, DOCUMENTOS_CANCELACION } from '@autogestion/normas/rut';
import { describe, expect, it } from 'vitest';
import { hechosDelBorrador, recorridoDe } from '../../../pruebas/procedimientos.ts';
import { estadoDe, recorrerRamas } from '../../interfaz/recorrido/index.ts';
import { sabidoAlResponder, type HechosDelBorrador } from '../procedimiento/index.ts';
import { documentosPedidos } from './documentos.ts';
import { evaluar as evaluarSolicitud } from './evaluar.ts';
import { cancelacion } from './index.ts';
import { FICHA, presentarCancelacion, type Leido } from './solicitud.ts';

const RECORRIDO = recorridoDe(cancelacion);
const solicitudDe = (d: object) => FICHA.leer(d as Leido);
const rut = (
  tipoContribuyente: '1' | '2',
  quien: HechosDelBorrador['quien'] = { calidad: 'representante', acreditado: true },
): HechosDelBorrador =>
  hechosDelBorrador({ tipoContribuyente, responsabilidades: ['05'], establecimientos: 0 }, quien);
const CASOS: [string, HechosDelBorrador][] = [
  ['una persona que pide por sí misma', rut('2', { calidad: 'titular' })],
  ['el representante de una persona', rut('2')],
  ['el representante de una empresa', rut('1')],
];
const RAMAS = CASOS.map(([quien, hechos]) => [quien, hechos, recorrerRamas(RECORRIDO, { hechos })] as const);
const solicitudes = RAMAS.flatMap(([, hechos, ramas]) =>
  ramas.map((rama) => ({ hechos, s: solicitudDe(estadoDe(RECORRIDO, rama).datos), rama })),
);

describe('cancelación: todas las ramas', () => {
  it('pasan por cada causal a petición de parte y por cada paso', () => {
    const dichas = new Set(solicitudes.map(({ s }) => `${s.sujeto ?? ''} ${s.motivo ?? ''}`));
    const deParte = CAUSALES_CANCELACION.filter((c) => c.modo === 'parte').flatMap((c) =>
      c.sujetos.map((sujeto) => `${sujeto} ${c.codigo}`),
    );
    expect(deParte.filter((c) => !dichas.has(c))).toEqual([]);
    const pisados = new Set(solicitudes.flatMap(({ rama }) => rama.camino));
    expect(RECORRIDO.pasos.map((p) => p.slug).filter((p) => !pisados.has(p))).toEqual([]);
  });

  it('lo que se firma se lee con su esquema y no dice lo que no se preguntó', () => {
    for (const { s } of solicitudes) {
      expect(FICHA.esquema.parse(JSON.parse(JSON.stringify(s)))).toEqual(s);
      expect(JSON.stringify(presentarCancelacion(s))).not.toMatch(/undefined|NaN|null/);
    }
  });

  it('nunca se da por cumplida: deudas, deberes y procesos los mira siempre alguien', () => {
    for (const { hechos, s } of solicitudes)
      expect(
        evaluarSolicitud({ ...sabidoAlResponder(hechos), verificado: {}, aportados: [] }, s).estado,
      ).not.toBe('cumple');
  });

  it('quien dejó de trabajar aprende que eso no cancela el RUT, y no se le pregunta más', () => {
    const dejaron = solicitudes.filter(({ s }) => s.motivo === 'dejo-la-actividad');
    expect(dejaron.length).toBeGreaterThan(0);
    for (const { hechos, s, rama } of dejaron) {
      expect(rama.camino).toEqual(['sujeto', 'motivo', 'respuesta']);
      const { condiciones } = evaluarSolicitud(
        { ...sabidoAlResponder(hechos), verificado: {}, aportados: [] },
        s,
      );
      expect(condiciones.find((c) => c.id === 'causal')).toMatchObject({
        estado: 'no-cumple',
        razon: CESE_NO_CANCELA,
      });
    }
  });

  it('nadie pide por sí mismo como sucesión', () => {
    const [propia, ajena] = RAMAS.map(([, , ramas]) => ramas.map((r) => r.respuestas.sujeto?.escrito.sujeto));
    expect(propia).not.toContain('sucesion');
    expect(ajena).toContain('sucesion');
  });

  it('con los documentos que se piden de una opción, la condición de los documentos se cumple; sin ninguno, falta', () => {
    for (const { hechos, s } of solicitudes) {
      const pedidos = documentosPedidos(s);
      const soporte = (aportados: string[]) =>
        evaluarSolicitud({ ...sabidoAlResponder(hechos), verificado: {}, aportados }, s).condiciones.find(
          (c) => c.id === 'documentos',
        )?.estado;
      if (pedidos.length === 0) continue;
      expect(soporte(pedidos.map((p) => p.id)), JSON.stringify(s)).toBe('cumple');
      expect(soporte([]), JSON.stringify(s)).toBe('no-se-sabe');
    }
  });

  it('cada documento de la norma lo pide alguna rama, con un identificador que no se repite', () => {
    const pedidos = new Set(solicitudes.flatMap(({ s }) => documentosPedidos(s).map((d) => d.nombre)));
    expect(DOCUMENTOS_CANCELACION.map((d) => d.nombre).filter((n) => !pedidos.has(n))).toEqual([]);
    for (const { s } of solicitudes) {
      const ids = documentosPedidos(s).map((d) => d.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(documentosPedidos(s).every((d) => d.obligatorio)).toBe(true);
      for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
    }
  });
});
