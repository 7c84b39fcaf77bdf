import { definidos } from '../../../definidos/index.ts';
import type { Explicacion } from '../../../explicacion/index.ts';
import { dichoDosVeces, leerCompuestos, leerEntrada } from '../../motor/index.ts';
import type { Ajustes, EntradaCruda, Falta, Leidos } from '../../motor/index.ts';
import { COMPUESTOS } from '../compuestos.ts';
import { FORMULARIO_210 } from '../formulario.ts';
import type { HechosObligado } from '../obligado.ts';
import type { Ayuda } from './comun.ts';
import { contarDependientes } from './dependientes.ts';
import {
  componenteInflacionario,
  descuentoPorDonacion,
  interesesDeVivienda,
  otrasDeducciones,
} from './deducciones.ts';
import {
  cesantiasExentas,
  exentaLaboral,
  otrasExentas,
  pensionExenta,
  sumarExentas,
} from './rentas-exentas.ts';

type Conocidos = Leidos<typeof COMPUESTOS>;

/** Boxes filled from what a person knows, with where each came from. */
interface DesdeHechos {
  /** What was written, with the boxes that the facts fill. */
  cruda: EntradaCruda;
  faltas: Falta[];
  /** How each box or fact that was filled came about. */
  ayudas: ReadonlyMap<string, Explicacion>;
  /** What was taken where a fact lacked something, as sentences. */
  supuestos: string[];
  /** The facts that only decide whether one must file. */
  obligacion: HechosObligado;
}

/**
 * Fills boxes of the form from facts that are not boxes (`COMPUESTOS`). A fact and the box that it fills say the same:
 * both together are a fault, and so is whatever in a fact cannot be read.
 *
 * @throws AnioSinParametros
 */
export function desdeHechos(cruda: EntradaCruda, anio: number, ajustes?: Ajustes): DesdeHechos {
  const faltas: Falta[] = [];
  const dados = objeto(cruda.hechos);
  // How many dependants is a fact of the form by itself; a list of them is not.
  const contados = Array.isArray(dados.dependientes) ? [] : ['dependientes'];
  const compuestos = Object.fromEntries(
    Object.entries(dados).filter(([k]) => Object.hasOwn(COMPUESTOS, k) && !contados.includes(k)),
  );
  const hechos = Object.fromEntries(Object.entries(dados).filter(([k]) => !Object.hasOwn(compuestos, k)));
  const conocidos = leerCompuestos(COMPUESTOS, compuestos, faltas);
  const casillas: Record<string, unknown> = { ...objeto(cruda.casillas) };
  const ayudas = new Map<string, Explicacion>();
  const supuestos: string[] = [];

  const repetidas = (Object.keys(conocidos) as (keyof Conocidos)[]).flatMap((hecho): Falta[] => {
    const { casilla } = { casilla: undefined, ...COMPUESTOS[hecho] };
    const escrita = casilla !== undefined && casillas[casilla] !== undefined && conocidos[hecho] !== false;
    return escrita ? [dichoDosVeces(hecho, casilla)] : [];
  });
  faltas.push(...repetidas);
  if (repetidas.length === 0) {
    for (const [casilla, ayuda] of ayudasDe(conocidos, casillas, anio, ajustes)) {
      casillas[casilla] = ayuda.valor;
      ayudas.set(casilla, ayuda.explicacion);
    }
    if (conocidos.dependientes) {
      const contados = contarDependientes(conocidos.dependientes, anio, ajustes);
      hechos.dependientes = contados.valor;
      ayudas.set('dependientes', contados.explicacion);
      supuestos.push(...contados.faltan);
    }
  }
  const { responsableIva, consumosTarjeta, compras, consignaciones } = conocidos;
  return {
    cruda: {
      ...cruda,
      casillas: cruda.casillas === undefined || esObjeto(cruda.casillas) ? casillas : cruda.casillas,
      hechos: cruda.hechos === undefined || esObjeto(cruda.hechos) ? hechos : cruda.hechos,
    },
    faltas,
    ayudas,
    supuestos,
    obligacion: definidos({ responsableIva, consumosTarjeta, compras, consignaciones }),
  };
}

/** Each box in its turn: the exempt 25 % looks at what the deductions before it came to. */
function* ayudasDe(
  c: Conocidos,
  casillas: Readonly<Record<string, unknown>>,
  anio: number,
  ajustes: Ajustes | undefined,
): Generator<[string, Ayuda]> {
  const de = (casilla: string) =>
    leerEntrada(FORMULARIO_210, { casillas: { [casilla]: casillas[casilla] ?? 0 } }).entrada.valores.get(
      casilla,
    ) ?? 0n;
  if (c.mesadas) {
    const mesadas = c.mesadas.map((m) => (typeof m === 'bigint' ? { bruta: m } : m));
    yield ['102', pensionExenta(mesadas, anio, ajustes)];
  }
  if (c.interesesDeVivienda !== undefined) {
    yield ['38', interesesDeVivienda(c.interesesDeVivienda, anio, ajustes)];
  }
  const deducciones = c.deducciones && otrasDeducciones(c.deducciones, anio, ajustes);
  if (deducciones) yield ['39', deducciones];
  const exentas: Ayuda[] = [];
  if (c.exentaLaboral25) {
    const gmfDeducible = deducciones?.gmf ?? 0n;
    const cesantias = (c.cesantias ?? []).reduce((t, { cesantias: suyas }) => t + suyas, 0n);
    const datos = {
      pagosLaborales: de('32') > cesantias ? de('32') - cesantias : 0n,
      noConstitutivos: de('33'),
      deducciones: de('38') + de('39') - gmfDeducible,
      gmfDeducible,
      otrasExentas: de('35') + (c.otrasExentas ?? 0n),
    };
    exentas.push(exentaLaboral(datos, anio, ajustes));
  }
  for (const suyas of c.cesantias ?? []) exentas.push(cesantiasExentas(suyas, anio, ajustes));
  if (c.otrasExentas !== undefined) exentas.push(otrasExentas(c.otrasExentas, anio, ajustes));
  if (exentas.length > 0) yield ['36', sumarExentas(exentas)];
  if (c.rendimientos !== undefined) yield ['59', componenteInflacionario(c.rendimientos, anio, ajustes)];
  if (c.donaciones !== undefined) yield ['123', descuentoPorDonacion(c.donaciones, anio, ajustes)];
}

function objeto(x: unknown): Record<string, unknown> {
  return esObjeto(x) ? { ...x } : {};
}

function esObjeto(x: unknown): x is Record<string, unknown> {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}
