import type { Hallazgo } from './hallazgo.ts';
import type { RegistroLeido } from './registro.ts';

/** Two figures that go together in every record: the withholding of its payment. */
interface Par {
  parte: string;
  todo: string[];
  que: string;
  /** What no rate of the law reaches, in hundredths: 40 is above the 39 % of ET 241 and the 35 % of ET 240. */
  techo?: number;
}

const RETENCION = { que: 'La retención', techo: 40 };

const PARES: Readonly<Record<string, readonly Par[]>> = {
  '1001': [
    { parte: 'retp', todo: ['pago', 'pnded'], ...RETENCION },
    // The general rate of IVA is 19 % (ET 468); the rest is room for what is paid in two years.
    { parte: 'ided', todo: ['pago', 'pnded'], que: 'El IVA', techo: 25 },
    { parte: 'inded', todo: ['pago', 'pnded'], que: 'El IVA', techo: 25 },
    { parte: 'comun', todo: ['pago', 'pnded'], que: 'La retención de IVA', techo: 25 },
  ],
  '1003': [{ parte: 'ret', todo: ['valor'], ...RETENCION }],
  '2276': [
    { parte: 'vare', todo: ['tingbtp'], ...RETENCION },
    { parte: 'apos', todo: ['tingbtp'], que: 'El aporte a salud' },
    { parte: 'apof', todo: ['tingbtp'], que: 'El aporte a pensión' },
  ],
};

/** Columns of value of which one row may be out of all proportion to the others. */
const MAGNITUDES: Readonly<Record<string, readonly string[]>> = {
  '1001': ['pago', 'pnded'],
  '1003': ['valor'],
  '1005': ['vimp', 'ivade'],
  '1006': ['imp', 'iva', 'icon'],
  '1007': ['ibru', 'dred'],
  '1008': ['sal'],
  '1009': ['sal'],
  '1010': ['valnom', 'valprm'],
  '1012': ['val'],
  '1019': ['sal', 'vcred', 'vmovdeb'],
  '2276': ['pasa', 'paho', 'peju'],
};

/** Fewer rows say nothing of what is usual. */
const FILAS_QUE_DICEN = 8;
/** A row as far as this from the usual proportion is doubted: less than the ten of a zero too many. */
const VECES = 7;
/** And one that is so many times the greatest of the others. */
const VECES_EL_SEGUNDO = 50;
const EXTREMOS = 3;
/** Bins of a histogram of logarithms: each is 2,3 % wide. */
const ANCHO = 0.01;

interface Caso {
  fila: number;
  valor: number;
}

/** The distribution of one figure, in bounded memory whatever the rows are. */
class Reparto {
  readonly #cuantos = new Map<number, number>();
  n = 0;
  mayores: Caso[] = [];
  menores: Caso[] = [];

  anotar(fila: number, valor: number): void {
    const bin = Math.round(Math.log10(valor) / ANCHO);
    this.#cuantos.set(bin, (this.#cuantos.get(bin) ?? 0) + 1);
    this.n += 1;
    this.mayores = guardar(this.mayores, { fila, valor }, (a, b) => b.valor - a.valor);
    this.menores = guardar(this.menores, { fila, valor }, (a, b) => a.valor - b.valor);
  }

  /** The value below which a fraction of the rows is. */
  cuantil(fraccion: number): number {
    let antes = 0;
    for (const [bin, cuantos] of [...this.#cuantos].sort(([a], [b]) => a - b)) {
      antes += cuantos;
      if (antes >= this.n * fraccion) return 10 ** (bin * ANCHO);
    }
    return 0;
  }
}

function guardar(lista: Caso[], caso: Caso, orden: (a: Caso, b: Caso) => number): Caso[] {
  const ultimo = lista.at(-1);
  if (lista.length === EXTREMOS && ultimo && orden(caso, ultimo) >= 0) return lista;
  return [...lista, caso].sort(orden).slice(0, EXTREMOS);
}

/** What is usual in a delivery, concept by concept, to doubt what is not. */
export class Proporciones {
  readonly #formato: string;
  readonly #repartos = new Map<string, Reparto>();

  constructor(formato: string) {
    this.#formato = formato;
  }

  /** @returns what no rate of the law reaches, which is known at once */
  anotar({ fila, valores }: RegistroLeido): Hallazgo[] {
    const concepto = String(valores.get('cpt') ?? '');
    const hallazgos: Hallazgo[] = [];
    for (const { parte, todo, que, techo } of PARES[this.#formato] ?? []) {
      const [p, t] = [
        Number(valores.get(parte) ?? 0n),
        todo.reduce((s, c) => s + Number(valores.get(c) ?? 0n), 0),
      ];
      if (p <= 0 || t <= 0) continue;
      this.#reparto(`${concepto}/${parte}`).anotar(fila, p / t);
      if (techo !== undefined && p <= t && p * 100 > t * techo)
        hallazgos.push({
          fila,
          campo: parte,
          codigo: 'sospecha-proporcion',
          mensaje: `${que} pasa del ${techo} % de su base. Revise que no sobre ni falte un cero.`,
        });
    }
    for (const campo of MAGNITUDES[this.#formato] ?? []) {
      const v = Number(valores.get(campo) ?? 0n);
      if (v > 0) this.#reparto(`${concepto}=${campo}`).anotar(fila, v);
    }
    return hallazgos;
  }

  cerrar(): Hallazgo[] {
    return [...this.#repartos].flatMap(([clave, reparto]) => {
      const [concepto = '', campo = ''] = clave.split(/[/=]/);
      if (reparto.n < FILAS_QUE_DICEN) return [];
      return clave.includes('/')
        ? fueraDeProporcion(campo, concepto, reparto)
        : fueraDeMagnitud(campo, concepto, reparto);
    });
  }

  #reparto(clave: string): Reparto {
    const hecho = this.#repartos.get(clave);
    if (hecho) return hecho;
    const nuevo = new Reparto();
    // Rows without a known concept are faults already: what is kept does not grow with them.
    if (this.#repartos.size < 1_000) this.#repartos.set(clave, nuevo);
    return nuevo;
  }
}

function fueraDeProporcion(campo: string, concepto: string, reparto: Reparto): Hallazgo[] {
  const [bajo, medio, alto] = [0.25, 0.5, 0.75].map((q) => reparto.cuantil(q));
  if (!bajo || !medio || !alto || alto > bajo * 3) return [];
  return [
    ...reparto.mayores.filter((c) => c.valor > medio * VECES),
    ...reparto.menores.filter((c) => c.valor * VECES < medio),
  ].map(({ fila, valor }) => ({
    fila,
    campo,
    codigo: 'sospecha-proporcion',
    mensaje: `Frente a su base, este valor es ${valor > medio ? 'mucho mayor' : 'mucho menor'} que en las demás filas${delConcepto(concepto)}. Revise que no sobren ni falten ceros.`,
  }));
}

function fueraDeMagnitud(
  campo: string,
  concepto: string,
  { mayores: [primero, segundo] }: Reparto,
): Hallazgo[] {
  if (!primero || !segundo || primero.valor < segundo.valor * VECES_EL_SEGUNDO) return [];
  const mensaje = `Este valor es más de ${VECES_EL_SEGUNDO} veces el mayor de las demás filas${delConcepto(concepto)}. Revise que no sobren ceros.`;
  return [{ fila: primero.fila, campo, codigo: 'sospecha-magnitud', mensaje }];
}

const delConcepto = (concepto: string) => (concepto === '' ? '' : ` del concepto ${concepto}`);
