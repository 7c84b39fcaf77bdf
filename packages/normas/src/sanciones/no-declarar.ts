import {
  compararFracciones,
  enPorcentaje,
  fraccion,
  multiplicarFracciones,
  porcentaje,
  redondear,
} from '../dinero/index.ts';
import { cifra, dato, igualA } from '../explicacion/index.ts';
import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import datos from './datos/sanciones.json' with { type: 'json' };
import { exigirMontos, liquidar, sinSancion } from './liquidar.ts';
import type { CodigoErrorSancion, Liquidacion, Sancion } from './sancion.ts';

const { norma, presentada: regla } = datos.noDeclarar;

/** The return that was not filed. */
export type ImpuestoSinDeclarar = keyof typeof datos.noDeclarar.impuestos | 'simple';

interface ReglaDeImpuesto {
  numeral: number;
  nombre: string;
  bases: Partial<Record<BaseDeNoDeclarar, number>>;
}

const IMPUESTOS: Record<Exclude<ImpuestoSinDeclarar, 'simple'>, ReglaDeImpuesto> = datos.noDeclarar.impuestos;

export const IMPUESTOS_SIN_DECLARAR = [
  ...(Object.keys(IMPUESTOS) as Exclude<ImpuestoSinDeclarar, 'simple'>[]),
  'simple',
] as const;

/** On what the sanction is computed: those of each tax are in its numeral. */
export type BaseDeNoDeclarar = keyof typeof BASES;

const BASES = {
  consignaciones: ['Consignaciones bancarias', 'Las del período que no se declaró.'],
  ingresos: ['Ingresos brutos', 'Los del período que no se declaró.'],
  ingresosUltima: ['Ingresos brutos de la última declaración', 'Los de la última que se presentó.'],
  pagos: ['Cheques y otros pagos', 'Los que pasaron por los bancos en el período que no se declaró.'],
  costos: ['Costos y gastos', 'Los del período que no se declaró.'],
  retencionesUltima: ['Retenciones de la última declaración', 'Las de la última que se presentó.'],
  impuestoDebido: ['Impuesto que debió pagarse', 'El del período que no se declaró.'],
  patrimonioLiquido: ['Patrimonio líquido', 'El de la entidad que debía declarar.'],
  patrimonioBruto: ['Patrimonio bruto', 'El del período que no se declaró.'],
  patrimonioBrutoUltima: ['Patrimonio bruto de la última declaración', 'El de la última de renta.'],
} as const;

export const BASES_DE_NO_DECLARAR = Object.keys(BASES) as readonly BaseDeNoDeclarar[];

export type HechosDeNoDeclarar = Partial<Record<BaseDeNoDeclarar, bigint>> & {
  /** Income tax unless told. */
  impuesto?: ImpuestoSinDeclarar;
  /**
   * It was filed within the term of the appeal (par. 2): half, and never less than the sanction for filing late after
   * the emplazamiento (ET 642), which goes here.
   */
  presentada?: { extemporaneidad: bigint };
};

const SALVEDAD_SALUDABLES =
  'La ley no dice cuál de las dos bases se toma en este impuesto: aquí se toma la mayor. Confírmelo con la DIAN.';

/**
 * Sanction that the DIAN imposes on who did not file a return (ET 643), by tax: the greatest of its bases, of those that
 * are known (par. 1). SIMPLE has none (Concepto DIAN 2704 de 2025).
 *
 * `anioUvt` is the year in which it is imposed.
 *
 * @throws RangeError for negative amounts.
 */
export function sancionPorNoDeclarar(
  { impuesto = 'renta', presentada, ...bases }: HechosDeNoDeclarar,
  liquidacion: Liquidacion,
): Resultado<Sancion, CodigoErrorSancion | 'base-ajena'> {
  exigirMontos(...Object.values(bases), presentada?.extemporaneidad ?? 0n);
  if (impuesto === 'simple') {
    const frase = 'El SIMPLE no tiene sanción por no declarar (Concepto DIAN 2704 de 2025).';
    return bien(sinSancion(norma, frase, liquidacion.anioUvt));
  }
  const { numeral, nombre, bases: suyas } = IMPUESTOS[impuesto];
  const dadas = BASES_DE_NO_DECLARAR.flatMap((base) => {
    const valor = bases[base];
    return valor === undefined ? [] : [{ base, valor, tarifa: suyas[base] }];
  });
  const ajena = dadas.find((d) => d.tarifa === undefined);
  if (ajena) {
    const cuales = Object.keys(suyas).map((b) => BASES[b as BaseDeNoDeclarar][0].toLowerCase());
    const mensaje = `La sanción por no declarar ${nombre} se calcula sobre: ${cuales.join(', ')}.`;
    return falla('base-ajena', mensaje);
  }
  const partes = dadas.map(({ base, valor, tarifa = 0 }) => {
    const exacta = multiplicarFracciones(porcentaje(tarifa), fraccion(valor, 1n));
    const [titulo, frase] = BASES[base];
    return { valor, tarifa: porcentaje(tarifa), exacta, dato: dato(titulo, valor, frase) };
  });
  const mayor = partes.reduce(
    (a, b) => (compararFracciones(b.exacta, a.exacta) > 0 ? b : a),
    partes[0] ?? { valor: 0n, tarifa: porcentaje(0), exacta: fraccion(0n, 1n), dato: undefined },
  );
  const plena = mayor.exacta;
  const mitad = presentada && multiplicarFracciones(plena, porcentaje(regla.al));
  const piso = presentada && fraccion(presentada.extemporaneidad, 1n);
  const exacta = mitad && piso ? (compararFracciones(mitad, piso) >= 0 ? mitad : piso) : plena;
  const suNorma = `${norma} num. ${numeral}${presentada ? ' y par. 2' : ''}`;
  const cuenta = `${enPorcentaje(mayor.tarifa)} × ${cifra(mayor.valor)}`;
  return liquidar(
    () => ({
      norma: suNorma,
      exacta,
      tope: null,
      topeAplicado: false,
      liquida: 'dian',
      admiteReduccion: true,
      sinMinima: impuesto === 'monotributo',
      salvedades: impuesto === 'saludables' && dadas.length > 1 ? [SALVEDAD_SALUDABLES] : [],
      explicar: (sancion) => ({
        titulo: 'Sanción por no declarar',
        valor: sancion,
        frase: presentada
          ? `Es la mitad de la sanción, porque declaró mientras podía presentar el recurso. No baja de la sanción por extemporaneidad, ${cifra(presentada.extemporaneidad)}.`
          : partes.length > 1
            ? `De cada base se toma su porcentaje, y se cobra el mayor: el ${enPorcentaje(mayor.tarifa)} de ${cifra(mayor.valor)}.`
            : `Es el ${enPorcentaje(mayor.tarifa)} de la única base que se conoce.`,
        formula: presentada
          ? `máx(${regla.al} % × ${cuenta}; ${cifra(presentada.extemporaneidad)}) ${igualA(exacta, sancion)}`
          : `${cuenta} ${igualA(exacta, sancion)}`,
        norma: suNorma,
        partes: [
          ...partes.map((p) => ({
            ...p.dato,
            frase: `${p.dato.frase} Su ${enPorcentaje(p.tarifa)} son ${cifra(redondear(p.exacta, 'peso'))}.`,
          })),
          ...(presentada
            ? [
                dato(
                  'Sanción por extemporaneidad después del emplazamiento',
                  presentada.extemporaneidad,
                  'La que liquida al declarar.',
                  { norma: 'ET 642' },
                ),
              ]
            : []),
        ],
      }),
    }),
    liquidacion,
    {},
  );
}
