import { noSeSabe, porHecho, segunHecho, si } from './regla.ts';
import type { Contexto, Juicio, ReglaDeObligacion } from './regla.ts';

/** Contributors of the ordinary (05) or the special (04) regime; those of the SIMPLE do not file this return. */
const declaraRenta = (c: Contexto) => c.tiene('04', '05') && !c.tiene('47');

const ART_GRANDES = 'DUR 1.6.1.13.2.11';
const ART_JURIDICAS = 'DUR 1.6.1.13.2.12 y .13';
const ART_NATURALES = 'ET 592 y 593; DUR 1.6.1.13.2.7 y .15';
const CUOTA = 'Es una cuota de su declaración de renta, si le queda saldo a pagar.';

/** Income tax: who files, and in which calendar. */
export const REGLAS_RENTA: readonly ReglaDeObligacion[] = [
  {
    obligaciones: ['renta-gc-declaracion'],
    juzgar: (c) =>
      c.granContribuyente && declaraRenta(c)
        ? si(
            'Es contribuyente de renta y la DIAN lo calificó como gran contribuyente (código 13).',
            ART_GRANDES,
          )
        : undefined,
  },
  {
    obligaciones: ['renta-gc-cuota1', 'renta-gc-cuota3'],
    juzgar: (c) => (c.granContribuyente && declaraRenta(c) ? si(CUOTA, ART_GRANDES) : undefined),
  },
  {
    obligaciones: ['renta-pj-declaracion'],
    juzgar: (c) =>
      esJuridicaCorriente(c)
        ? si('Es persona jurídica contribuyente de renta (código 04 o 05).', ART_JURIDICAS)
        : undefined,
  },
  {
    obligaciones: ['renta-pj-cuota2'],
    juzgar: (c) => (esJuridicaCorriente(c) ? si(CUOTA, ART_JURIDICAS) : undefined),
  },
  { obligaciones: ['renta-pn'], juzgar: dePersonaNatural },
  {
    obligaciones: ['pes-anual', 'pes-bimestral'],
    juzgar: (c) =>
      c.tiene('65')
        ? si(
            'Su RUT dice que tiene presencia económica significativa (código 65).',
            'DUR 1.6.1.13.2.14; ET 20-3',
          )
        : undefined,
  },
  {
    // One takes it on by asking for it: without the fact there is nothing to tell.
    obligaciones: ['obras-impuestos'],
    juzgar: (c) =>
      c.hechos.obrasPorImpuestos === true && !c.personaNatural
        ? porHecho(
            'Pidió pagar su impuesto con obras: este plazo reemplaza el de su declaración.',
            'DUR 1.6.1.13.2.22 a .24',
          )
        : undefined,
  },
  {
    obligaciones: ['rte-actualizacion'],
    sobre: 'anio-en-curso',
    juzgar: (c) =>
      c.tiene('04') && !c.personaNatural
        ? si('Está en el régimen tributario especial (código 04).', 'DUR 1.6.1.13.2.25; ET 364-5')
        : undefined,
  },
  ...(
    [
      [
        'declaracion',
        'pt-declaracion',
        'la declaración de precios de transferencia',
        'DUR 1.6.1.13.2.27 y .28',
      ],
      [
        'documentacion',
        'pt-documentacion',
        'el informe local y el maestro',
        'DUR 1.6.1.13.2.29 num. 1; ET 260-5',
      ],
      ['paisPorPais', 'pt-pais', 'el informe país por país', 'DUR 1.6.1.13.2.29 num. 2; ET 260-5'],
    ] as const
  ).map(([hecho, obligacion, que, articulo]): ReglaDeObligacion => ({
    obligaciones: [obligacion],
    juzgar: ({ hechos, tiene }) => {
      const respuesta = hechos.preciosDeTransferencia?.[hecho];
      if (respuesta === undefined && !tiene('18', '26')) return undefined;
      return segunHecho(respuesta, `preciosDeTransferencia.${hecho}`, {
        cumplido: `Por sus operaciones con vinculados o con paraísos fiscales presenta ${que}.`,
        porSaber: `Su RUT lleva precios de transferencia (código 18 o 26); si presenta ${que} depende de sus operaciones.`,
        articulo,
      });
    },
  })),
];

function esJuridicaCorriente(c: Contexto): boolean {
  return !c.personaNatural && !c.granContribuyente && declaraRenta(c);
}

/**
 * A natural person files when they are responsable of IVA or when they reached the sums of the law, and
 * code 05 says neither: it is put once and the sums are of each year.
 */
function dePersonaNatural(c: Contexto): Juicio | undefined {
  if (!c.personaNatural || c.granContribuyente || c.tiene('47')) return undefined;
  if (c.tiene('48')) {
    return si('Es responsable de IVA (código 48), y quien lo es siempre declara renta.', ART_NATURALES);
  }
  const { llegoALasSumasDeRenta: llego } = c.hechos;
  if (llego !== undefined) {
    return llego
      ? si(`En ${c.anio} llegó a las sumas desde las que se declara renta.`, ART_NATURALES)
      : undefined;
  }
  const codigo = c.tiene('05') ? 'Su RUT lleva el código 05, pero' : 'Aunque su RUT no lo diga,';
  return noSeSabe(
    'llegoALasSumasDeRenta',
    `${codigo} le corresponde solo si en ${c.anio} sus ingresos, gastos o bienes llegaron a las sumas de la ley.`,
    ART_NATURALES,
  );
}
