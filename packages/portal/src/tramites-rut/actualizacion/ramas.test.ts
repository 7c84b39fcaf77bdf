import { fecha } from '@autogestion/normas/fechas';
import { cambiosDelRut, type RegistroRut } from '@autogestion/normas/rut';
import { describe, expect, it } from 'vitest';
import { EMPRESA, HOJAS_DE_EMPRESA } from '../../../pruebas/empresa.ts';
import { INICIO } from '../../../pruebas/oficina.ts';
import { estadoDe, recorrerRamas, type Rama } from '../../interfaz/recorrido/index.ts';
import { relojFijo } from '../../plataforma/index.ts';
import { evaluar } from './evaluar.ts';
import { recorridoActualizacion } from './recorrido.ts';
import { registroNuevo } from './registro-nuevo.ts';
import { COSAS, type Hechos } from './tipos.ts';

const PERSONA: RegistroRut = {
  ...EMPRESA,
  tipoContribuyente: '2',
  nit: '1990000003',
  identificacion: {
    tipoDocumento: '13',
    numero: '1990000003',
    primerApellido: 'GARCÍA',
    primerNombre: 'GERMÁN',
  },
  clasificacion: { ...EMPRESA.clasificacion, responsabilidades: ['10', '49'] },
};
const ENTIDAD: RegistroRut = {
  ...EMPRESA,
  ...HOJAS_DE_EMPRESA,
  representantes: [
    {
      representacion: '18',
      desde: fecha('2020-01-02'),
      tipoDocumento: '13',
      numero: '1990000001',
      primerApellido: 'ROJAS',
      primerNombre: 'MARCELA',
    },
  ],
};
const hechos = (registro: RegistroRut): Hechos => ({
  registro,
  estado: 'activo',
  hoy: fecha('2026-03-10'),
  cambiosDeDireccion: [],
  conRut: { '13-52418906': true },
  idPublico: 'a',
});
const RECORRIDO = recorridoActualizacion({
  reloj: relojFijo(INICIO),
  demostracion: true,
  casilla54EnLinea: true,
});
/** Walked once for every rule that is asked of them. */
const RAMAS = new Map<RegistroRut, Rama[]>();
function ramasDe(registro: RegistroRut): Rama[] {
  const ramas = RAMAS.get(registro) ?? recorrerRamas(RECORRIDO, { hechos: hechos(registro) });
  RAMAS.set(registro, ramas);
  return ramas;
}
const CASOS = [
  ['una persona natural', PERSONA],
  ['una entidad', ENTIDAD],
] as const;

describe('actualización: todas las ramas', () => {
  it.each(CASOS)('%s: cada una termina con un RUT en el que cambia algo, y nada más', (_, registro) => {
    const ramas = ramasDe(registro);
    expect(ramas.length).toBeGreaterThan(20);
    for (const rama of ramas) {
      const { datos, siguiente } = estadoDe(RECORRIDO, rama);
      expect(siguiente).toBeUndefined();
      const nuevo = registroNuevo(datos);
      const cambios = cambiosDelRut(registro, nuevo);
      // Saying that there is no second activity to who has none changes nothing, nor does an income that is still small:
      // the review says it.
      const r = datos.respuestas;
      const nada =
        r['otra-actividad'] === false || (r['que-cambia']?.join() === 'ingresos' && r.codigos === undefined);
      expect(cambios.length > 0, rama.camino.join(' ')).toBe(!nada);
      expect(nuevo.nit).toBe(registro.nit);
      expect(cambios.filter((c) => c.dato === 'identificacion')).toEqual([]);
      expect(JSON.stringify(nuevo)).not.toMatch(/undefined|NaN/);
    }
  });

  it.each(CASOS)('%s: solo se pregunta lo que dijo que cambió, y al final desde cuándo', (_, registro) => {
    for (const { camino } of ramasDe(registro)) {
      expect(camino[0]).toBe('que-cambia');
      expect(camino.at(-1)).toBe('cuando');
      expect(camino.includes('municipio')).toBe(camino.includes('tipo-direccion'));
    }
  });

  it('cada paso lo pisa alguna rama de alguien, y cada cosa que puede cambiar está en alguna', () => {
    const ramas = CASOS.flatMap(([, registro]) => ramasDe(registro));
    const pisados = new Set(ramas.flatMap((r) => r.camino));
    expect(RECORRIDO.pasos.map((p) => p.slug).filter((s) => !pisados.has(s))).toEqual([]);
    const cosas = new Set(ramas.flatMap((r) => estadoDe(RECORRIDO, r).datos.respuestas['que-cambia']));
    expect(COSAS.filter((c) => !cosas.has(c))).toEqual([]);
  });

  it('una persona natural no llena las hojas de las entidades, ni nadie la casilla 54 si no es en línea', () => {
    for (const { camino } of ramasDe(PERSONA))
      expect(
        camino.filter((s) => /^(?:acto|capital|vinculacion|representante|socio|profesional|sede)/.test(s)),
      ).toEqual([]);
    const sin54 = recorridoActualizacion({
      reloj: relojFijo(INICIO),
      demostracion: true,
      casilla54EnLinea: false,
    });
    for (const { camino } of recorrerRamas(sin54, { hechos: hechos(PERSONA) }))
      expect(camino).not.toContain('usuarios-aduaneros');
  });

  it.each(CASOS)('%s: lo que no se puede dice por qué, con su artículo', (_, registro) => {
    for (const rama of ramasDe(registro)) {
      const { datos } = estadoDe(RECORRIDO, rama);
      const { estado, condiciones } = evaluar(datos, true);
      const motivos = RECORRIDO.impedimentos?.(datos) ?? [];
      expect(motivos.length > 0).toBe(estado !== 'cumple');
      for (const c of condiciones) expect(c.razon).not.toBe('');
      for (const m of motivos) expect(m).toMatch(/\(.+\)$/);
    }
  });

  it.each(CASOS)('%s: la revisión muestra cada respuesta que se guarda', (_, registro) => {
    for (const rama of ramasDe(registro)) {
      const { datos, pasos } = estadoDe(RECORRIDO, rama);
      for (const { paso } of pasos) {
        const valor = datos.respuestas[paso.slug];
        if (!paso.resumen || valor === undefined) continue;
        for (const l of paso.resumen(valor, datos)) {
          expect(l.valor, paso.slug).not.toBe('');
          expect(l.valor, paso.slug).not.toMatch(/undefined|NaN/);
        }
      }
    }
  });
});
