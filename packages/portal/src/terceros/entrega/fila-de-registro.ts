import { quienEs, type Celdas, type Formato } from '@autogestion/normas/exogena';

/** A record as the table keeps it: of whom it is, and every other cell that says something. */
export interface FilaDeRegistro {
  /** Place in the file. */
  fila: number;
  /** Zero is whom the record is about; from one on, the other holders of an account. */
  orden: number;
  tipo: string;
  numero: string;
  concepto: string;
  /** JSON: figures are numbers, as exact as they were written, and the rest texts. */
  campos: string;
}

/** @param leido the cells of a record and the figures and codes that were read of them */
export function filaDeRegistro(formato: Formato, fila: number, leido: Leido): FilaDeRegistro {
  const { valores } = leido;
  return {
    fila,
    orden: 0,
    ...personaDe(formato, leido),
    concepto: valores.has('cpt') ? String(valores.get('cpt')) : '',
    campos: `{${camposDe(formato, leido).join(',')}}`,
  };
}

/** What the same record says of another holder of the account: the account and its figures, and how they are called. */
export function filaDeTitular(
  formato: Formato,
  fila: FilaDeRegistro,
  leido: Leido,
  orden: number,
): FilaDeRegistro {
  const suyo = formato.secundarios ?? formato;
  const deLaCuenta = Object.entries(JSON.parse(fila.campos) as Record<string, unknown>).filter(
    ([campo]) => !DEL_PRIMERO.has(campo),
  );
  return {
    ...fila,
    orden,
    ...personaDe(suyo, leido),
    campos: `{${[
      ...deLaCuenta.map(([campo, v]) => `"${campo}":${JSON.stringify(v)}`),
      // Their names under those of the first: `apl1s` is `apl1`, as whoever reads a record looks for it.
      ...camposDe(suyo, leido).map((c) =>
        c.replace(/^"(\w+)s":/, (_, campo) => `"${campo === 'cpt' ? 'cpts' : campo}":`),
      ),
    ].join(',')}}`,
  };
}

/** Of the first holder, and of no other. */
const DEL_PRIMERO = new Set(['dv', 'apl1', 'apl2', 'nom1', 'nom2', 'raz', 'dir', 'dpto', 'mun', 'pais']);

interface Leido {
  celdas: Celdas;
  valores: ReadonlyMap<string, bigint>;
}

function personaDe(formato: Formato, { celdas, valores }: Leido): { tipo: string; numero: string } {
  const { tipo, numero } = quienEs(formato);
  return {
    tipo: String(valores.get(tipo) ?? '').padStart(2, '0'),
    numero: (celdas[numero] ?? '').toUpperCase(),
  };
}

function camposDe(formato: Formato, { celdas, valores }: Leido): string[] {
  const { tipo, numero } = quienEs(formato);
  const campos: string[] = [];
  for (const { campo, tipo: clase } of formato.columnas) {
    if (campo === tipo || campo === numero || campo === 'cpt') continue;
    if (clase === 'texto' || clase === 'identificacion') {
      const texto = celdas[campo];
      if (texto !== undefined && texto !== '') campos.push(`"${campo}":${JSON.stringify(texto.trim())}`);
    } else {
      const valor = valores.get(campo);
      if (valor !== undefined && valor !== 0n) campos.push(`"${campo}":${valor}`);
    }
  }
  return campos;
}
