import { enPorcentaje } from '@autogestion/normas/dinero';
import { enteroEnJson } from '@autogestion/normas/explicacion';
import {
  PARTES_DEL_REGIMEN,
  type Comparacion,
  type HechosDeLaComparacion,
  type RegimenComparado,
} from '@autogestion/normas/formularios/comparar';
import { z } from 'zod';
import { loQueCuesta, loQueQuedaPorFuera } from './palabras.ts';

const MAXIMO = 10 ** 13;
const PESOS = z.int().min(0).max(MAXIMO);
const OPCIONALES = PESOS.default(0);

export const ComparacionPedida = z.strictObject({
  ingresos: z
    .record(z.string().max(10), PESOS)
    .describe('Ingresos brutos por grupo del ET 908: `1`, `2`, `3`, `3 (sic)`, `6`; pesos'),
  costos: PESOS,
  icaPorMil: z
    .string()
    .regex(/^\d{1,2}(\.\d{1,2})?$/)
    .describe('`9.66` es el 9,66 por mil'),
  aportes: OPCIONALES,
  beneficios: OPCIONALES,
  dependientes: z.int().min(0).max(20).default(0),
  pensionDeTrabajadores: OPCIONALES,
  electronicos: OPCIONALES,
  consumo: OPCIONALES,
});

const Pesos = z.union([z.int(), z.string()]);
const Regimen = z.object({
  total: Pesos,
  partes: z.object({ nacional: Pesos, ica: Pesos, consumo: Pesos }),
  pasos: z.array(z.object({ nombre: z.string(), valor: Pesos, signo: z.enum(['mas', 'menos', 'igual']) })),
});
export const ComparacionApi = z.object({
  anio: z.int(),
  masBarato: z.enum(['ordinario', 'simple', 'igual']),
  diferencia: Pesos,
  frase: z.string(),
  ordinario: Regimen,
  simple: Regimen.extend({ tarifa: z.string().describe('Por ciento'), cabe: z.boolean() }),
  deDonde: z
    .object({ nacional: Pesos, ica: Pesos, consumo: Pesos })
    .describe('Lo que el ordinario cobra de más, por partes; negativo, de menos'),
  porFuera: z.array(z.string()),
});

export const hechosPedidos = (
  { ingresos, icaPorMil, dependientes, ...montos }: z.output<typeof ComparacionPedida>,
  anio: number,
): HechosDeLaComparacion => ({
  anio,
  ingresos: new Map(
    Object.entries(ingresos).flatMap(([g, v]): [string, bigint][] => (v === 0 ? [] : [[g, BigInt(v)]])),
  ),
  icaPorMil,
  dependientes,
  costos: BigInt(montos.costos),
  aportes: BigInt(montos.aportes),
  beneficios: BigInt(montos.beneficios),
  pensionDeTrabajadores: BigInt(montos.pensionDeTrabajadores),
  electronicos: BigInt(montos.electronicos),
  consumo: BigInt(montos.consumo),
});

const partesEnJson = (de: Comparacion['deDonde']) =>
  Object.fromEntries(PARTES_DEL_REGIMEN.map((p) => [p, enteroEnJson(de[p])]));
const regimenEnJson = ({ total, partes, pasos }: RegimenComparado) => ({
  total: enteroEnJson(total),
  partes: partesEnJson(partes),
  pasos: pasos.map((p) => ({ ...p, valor: enteroEnJson(p.valor) })),
});

export const comparacionEnJson = (c: Comparacion, anio: number): object => ({
  anio,
  masBarato: c.masBarato,
  diferencia: enteroEnJson(c.diferencia),
  frase: `${loQueCuesta(c)}.`,
  ordinario: regimenEnJson(c.ordinario),
  simple: { ...regimenEnJson(c.simple), tarifa: enPorcentaje(c.simple.tarifa), cabe: !c.simple.noCabe },
  deDonde: partesEnJson(c.deDonde),
  porFuera: loQueQuedaPorFuera(c, anio),
});
