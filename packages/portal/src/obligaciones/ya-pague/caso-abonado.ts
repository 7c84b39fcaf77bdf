import { formatearPesos } from '@autogestion/normas/dinero';
import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import { FLUJO_PETICION, FLUJO_RUT, tipoDeCaso } from '../../tramites/index.ts';
import { Dicho, filasDeLoDicho } from './dicho.ts';

export const PAGO_ABONADO = 'obligaciones.pago-abonado';

const PESOS = z.int();

/** What was moved at once, in words and pesos. */
export const Abonado = z.object({
  dicho: Dicho,
  razon: z.string(),
  norma: z.string(),
  movimientos: z.array(
    z.object({
      de: z.string(),
      a: z.string(),
      valor: PESOS,
      dia: z.custom<Fecha>((v) => typeof v === 'string' && esFecha(v)),
    }),
  ),
  deudas: z.array(z.object({ nombre: z.string(), antes: PESOS, despues: PESOS })),
});
export type Abonado = z.output<typeof Abonado>;

const pesos = (n: number) => formatearPesos(BigInt(n));

/** What the office does by itself at once, without penalty (Ley 962 de 2005, art. 43): its acuse is the constancia. */
export const tipoAbonado = tipoDeCaso<Abonado>({
  tipo: PAGO_ABONADO,
  nombre: 'Pago abonado a otra deuda suya',
  serie: 'OB',
  rol: 'obligaciones',
  flujo: {
    ...FLUJO_PETICION,
    nombre: 'Pago que estaba en otra parte',
    estados: {
      ...FLUJO_PETICION.estados,
      automatica: {
        nombre: 'Hecho',
        queSigue: 'Ya está: el pago quedó abonado con la fecha en que pagó. Mire sus obligaciones.',
        turno: 'nadie',
      },
    },
    transiciones: { automatica: FLUJO_RUT.transiciones.automatica ?? {} },
  },
  cuatroOjos: false,
  variosALaVez: true,
  esquema: Abonado,
  presentar: (s) => ({
    titulo: 'Pago abonado a otra deuda suya',
    secciones: [
      { titulo: 'Lo que nos dijo', filas: filasDeLoDicho(s.dicho) },
      {
        titulo: 'Lo que se hizo',
        parrafos: [s.razon, `No hay sanción (${s.norma}). Lo pagado en total no cambia.`],
        filas: s.movimientos.map((m) => ({
          clave: `${pesos(m.valor)}, pagados el ${formatearFecha(m.dia)}`,
          valor: `De: ${m.de}. A: ${m.a}.`,
        })),
      },
      {
        titulo: 'Lo que debía y lo que debe',
        filas: s.deudas.map((d) => ({
          clave: d.nombre,
          valor: `Antes ${pesos(d.antes)}; ahora ${pesos(d.despues)}`,
        })),
      },
    ],
  }),
  documentos: () => [],
  verificables: [],
  comprobar: () => Promise.resolve({ estado: 'cumple', condiciones: [] }),
  plantilla: () => ({ razones: '', fundamento: '' }),
});
