import { DIGITOS_MAXIMOS } from '../../dinero/index.ts';

/** The values of a form as they come out. */
type Valores = (clave: string) => bigint;

/** One thing that a person wrote, and what the form gives with another value in its place. */
export interface Dato {
  ruta: string;
  recibido: bigint;
  /** Least difference that changes anything: a thousand pesos where boxes are rounded. */
  unidad: bigint;
  /** Greatest value that it may have; that of an amount unless told. */
  maximo?: bigint;
  /** Computed boxes that read it themselves. */
  directas: ReadonlySet<string>;
  /** Whether a computed box may change with it. */
  alcanza: (calculada: string) => boolean;
  /** @returns undefined where that value cannot be read. */
  con: (valor: bigint) => Valores | undefined;
}

/** What the person says that computed boxes give, and what they do give. */
export interface Desajuste {
  /** Every computed box that was given. */
  dichas: ReadonlyMap<string, bigint>;
  /** Those that do not agree, in the order of computing. */
  desviadas: readonly string[];
  dan: Valores;
}

/** How many values may still be tried: a strange return costs no more than that. */
interface Presupuesto {
  quedan: number;
}

const PIVOTES = 4;
const MAXIMO = 10n ** BigInt(DIGITOS_MAXIMOS) - 1n;

/**
 * The values of data with which every computed box that was given agrees, each by itself; the nearest to what was
 * written. What the differences themselves say is tried first, over all data; then, for those left, boxes grow or shrink
 * with what they read, so that each of the first that do not agree leaves a stretch in which it would.
 */
export function valoresQueExplican(
  datos: readonly Dato[],
  desajuste: Desajuste,
  pruebas: number,
): { dato: Dato; valor: bigint }[] {
  const presupuesto: Presupuesto = { quedan: pruebas };
  const hallados = new Map<Dato, bigint>();
  for (const buscar of [loQueDicenLasDiferencias, porTramos]) {
    for (const dato of datos) {
      const valor = hallados.has(dato) ? undefined : buscar(intento(dato, desajuste, presupuesto));
      if (valor !== undefined) hallados.set(dato, valor);
    }
  }
  return datos.flatMap((dato) => {
    const valor = hallados.get(dato);
    return valor === undefined ? [] : [{ dato, valor }];
  });
}

interface Intento {
  dato: Dato;
  /** Those that read it themselves first. */
  pivotes: readonly { clave: string; dicha: bigint; da: bigint }[];
  maximo: bigint;
  con: (x: bigint) => Valores | undefined;
  cuadra: (x: bigint) => boolean;
}

function intento(dato: Dato, { dichas, desviadas, dan }: Desajuste, presupuesto: Presupuesto): Intento {
  const con = (x: bigint) => (presupuesto.quedan-- > 0 ? dato.con(x) : undefined);
  const maximo = dato.maximo ?? MAXIMO;
  return {
    dato,
    pivotes: desviadas
      .toSorted((a, b) => Number(dato.directas.has(b)) - Number(dato.directas.has(a)))
      .slice(0, PIVOTES)
      .map((clave) => ({ clave, dicha: dichas.get(clave) ?? 0n, da: dan(clave) })),
    maximo,
    con,
    cuadra(x) {
      const valores = x === dato.recibido || x < 0n || x > maximo ? undefined : con(x);
      return valores !== undefined && [...dichas].every(([k, v]) => k === dato.ruta || valores(k) === v);
    },
  };
}

function loQueDicenLasDiferencias({ dato, pivotes, cuadra }: Intento): bigint | undefined {
  const diferencias = new Set(pivotes.map((p) => p.dicha - p.da));
  return [...diferencias].flatMap((d) => [dato.recibido + d, dato.recibido - d]).find(cuadra);
}

function porTramos({ dato, pivotes, maximo, con, cuadra }: Intento): bigint | undefined {
  let tramo: Tramo = { desde: 0n, hasta: maximo };
  for (const { clave, dicha, da } of pivotes) {
    const suyo = tramoEnQueDa({
      inicio: dato.recibido,
      alInicio: da,
      unidad: dato.unidad,
      maximo,
      meta: dicha,
      da: (x) => con(x)?.(clave),
    });
    if (!suyo) return undefined;
    tramo = {
      desde: suyo.desde > tramo.desde ? suyo.desde : tramo.desde,
      hasta: suyo.hasta < tramo.hasta ? suyo.hasta : tramo.hasta,
    };
    if (tramo.desde > tramo.hasta) return undefined;
    const cerca = dato.recibido < tramo.desde ? tramo.desde : tramo.hasta;
    if (cuadra(cerca)) return cerca;
  }
  return undefined;
}

interface Tramo {
  desde: bigint;
  hasta: bigint;
}

interface Busqueda {
  inicio: bigint;
  alInicio: bigint;
  unidad: bigint;
  maximo: bigint;
  meta: bigint;
  da: (x: bigint) => bigint | undefined;
}

/** Where a box gives what was said of it, on either side of what was written. */
function tramoEnQueDa(b: Busqueda): Tramo | undefined {
  const { alInicio, meta, maximo } = b;
  const llega = (y: bigint) => (alInicio < meta ? y >= meta : y <= meta);
  for (const sentido of [1n, -1n]) {
    const alFinal = b.da(sentido === 1n ? maximo : 0n);
    if (alFinal === undefined || !llega(alFinal)) continue;
    const cerca = primeroQue(b, sentido, b.inicio, llega);
    if (cerca === undefined || b.da(cerca) !== meta) continue;
    const fuera = alFinal === meta ? undefined : primeroQue(b, sentido, cerca, (y) => y !== meta);
    const lejos = fuera === undefined ? (sentido === 1n ? maximo : 0n) : fuera - sentido * b.unidad;
    return sentido === 1n ? { desde: cerca, hasta: lejos } : { desde: lejos, hasta: cerca };
  }
  return undefined;
}

/** The first value, going one way from another, at which the box does so: leaps that grow, then halves. */
function primeroQue(
  { unidad, maximo, da }: Busqueda,
  sentido: bigint,
  desde: bigint,
  cumple: (y: bigint) => boolean,
): bigint | undefined {
  let no = desde;
  let si: bigint;
  for (let salto = unidad; ; salto *= 8n) {
    const x = desde + sentido * salto;
    si = x < 0n ? 0n : x > maximo ? maximo : x;
    if (si === no) return undefined;
    const y = da(si);
    if (y === undefined) return undefined;
    if (cumple(y)) break;
    no = si;
  }
  for (;;) {
    const ancho = sentido * (si - no);
    const medio = no + sentido * ((ancho / 2n / unidad) * unidad);
    if (medio === no) return si;
    const y = da(medio);
    if (y === undefined) return undefined;
    if (cumple(y)) si = medio;
    else no = medio;
  }
}
