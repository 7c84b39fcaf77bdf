import { porHecho, segunHecho, si } from './regla.ts';
import type { Contexto, Juicio, ReglaDeObligacion } from './regla.ts';

/** Withholding and self-withholding agents of any of the taxes of form 350. */
const RETENEDORES = ['07', '08', '09', '15', '23', '45', '59', '60', '61'];

/** An obligation that a code of box 53 says and nothing else is asked. */
const delCodigo = (
  obligaciones: string[],
  codigos: string[],
  razon: string,
  articulo: string,
): ReglaDeObligacion => ({
  obligaciones,
  juzgar: (c) => (c.tiene(...codigos) ? si(razon, articulo) : undefined),
});

/** Withholding, other taxes and reports. */
export const REGLAS_OTRAS: readonly ReglaDeObligacion[] = [
  delCodigo(
    ['retencion-mensual'],
    RETENEDORES,
    'Su RUT dice que es agente de retención o autorretenedor. El mes sin retenciones no se declara.',
    'DUR 1.6.1.13.2.33',
  ),
  delCodigo(
    ['certificados'],
    ['02', '07'],
    'Quien retiene renta o el gravamen a los movimientos financieros expide los certificados.',
    'DUR 1.6.1.13.2.40; ET 378 y 381',
  ),
  {
    obligaciones: ['certificados-tarjetas'],
    juzgar: ({ hechos }) =>
      hechos.emiteMediosDePago === true
        ? porHecho(
            'Es una entidad vigilada que certifica pagos electrónicos.',
            'DUR 1.6.1.13.2.40 par. 4; ET 912',
          )
        : undefined,
  },
  delCodigo(
    ['gmf-semanal'],
    ['02'],
    'Su RUT lleva el gravamen a los movimientos financieros (código 02).',
    'DUR 1.6.1.13.2.39',
  ),
  delCodigo(
    ['gasolina-mensual'],
    ['32'],
    'Su RUT lleva el impuesto a la gasolina y al ACPM (código 32).',
    'DUR 1.6.1.13.2.37',
  ),
  delCodigo(
    ['carbono-bimestral'],
    ['56'],
    'Su RUT lleva el impuesto al carbono (código 56).',
    'DUR 1.6.1.13.2.38',
  ),
  delCodigo(
    ['plasticos'],
    ['62'],
    'Su RUT lleva el impuesto a los plásticos de un solo uso (código 62).',
    'DUR 1.6.1.13.2.54',
  ),
  delCodigo(
    ['ultraprocesados'],
    ['63', '64'],
    'Su RUT lleva el impuesto a las bebidas azucaradas o a los ultraprocesados (códigos 63 y 64).',
    'DUR 1.6.1.13.2.55',
  ),
  {
    obligaciones: ['patrimonio-declaracion', 'patrimonio-cuota2'],
    sobre: 'anio-en-curso',
    juzgar: (c) =>
      c.hechos.patrimonioGravado === undefined && !c.tiene('03')
        ? undefined
        : segunHecho(c.hechos.patrimonioGravado, 'patrimonioGravado', {
            cumplido: `Su patrimonio al 1 de enero de ${c.anio} paga el impuesto al patrimonio.`,
            porSaber: `Su RUT lleva el impuesto al patrimonio (código 03); le corresponde solo si su patrimonio al 1 de enero de ${c.anio} llega a la suma de la ley.`,
            articulo: 'DUR 1.6.1.13.2.53; ET 292-3',
          }),
  },
  ...(['gc', 'simple', 'pj', 'pn'] as const).map((calendario): ReglaDeObligacion => ({
    obligaciones: [`activos-exterior-${calendario}`],
    sobre: 'anio-en-curso',
    juzgar: (c) => (calendarioDeActivos(c) === calendario ? activosEnElExterior(c) : undefined),
  })),
  ...(['gc', 'general'] as const).map((calendario): ReglaDeObligacion => ({
    obligaciones: [`exogena-${calendario}`],
    juzgar: (c) => (c.granContribuyente === (calendario === 'gc') ? exogena(c) : undefined),
  })),
];

function calendarioDeActivos(c: Contexto): 'gc' | 'simple' | 'pj' | 'pn' {
  if (c.granContribuyente) return 'gc';
  if (c.tiene('47')) return 'simple';
  return c.personaNatural ? 'pn' : 'pj';
}

function activosEnElExterior(c: Contexto): Juicio | undefined {
  const { activosEnElExterior: tiene } = c.hechos;
  if (tiene === undefined && !c.tiene('41')) return undefined;
  return segunHecho(tiene, 'activosEnElExterior', {
    cumplido: `Al 1 de enero de ${c.anio} tenía en el exterior más de 2.000 UVT.`,
    porSaber: `Su RUT lleva activos en el exterior (código 41); le corresponde solo si al 1 de enero de ${c.anio} valían más de 2.000 UVT.`,
    articulo: 'DUR 1.6.1.13.2.26 par. 1; ET 607',
  });
}

/** The sums from which information is due were not read in a norm: only a fact gives a yes. */
function exogena(c: Contexto): Juicio | undefined {
  const { informaExogena } = c.hechos;
  const esProbable = c.tiene('14', ...RETENEDORES) || !c.personaNatural;
  if (informaExogena === undefined && !esProbable) return undefined;
  const deSuRut = c.tiene('14')
    ? 'Su RUT dice que informa exógena (código 14)'
    : 'Las personas jurídicas y los agentes de retención suelen informar exógena';
  return segunHecho(informaExogena, 'informaExogena', {
    cumplido: `Debe informar la exógena de ${c.anio}.`,
    porSaber: `${deSuRut}: falta saber si por ${c.anio} llegó a las sumas que fija la DIAN.`,
    articulo: 'ET 631; Resolución DIAN 000227 de 2025, art. 1.3.9.1.3',
  });
}
