import { parseArgs } from 'node:util';
import { ORDENES } from './ordenes.ts';
import { ErrorDeUso, errorEnJson } from './error-de-uso.ts';
import { explicar } from '../servir.ts';

/**
 * `npx autogestion ORDEN …`. JSON and results on standard output, messages on standard error.
 * @returns exit code: 0 done, 1 a failure or a negative verdict, 2 bad input
 *   (with `{"error":{"codigo","mensaje","casilla"?}}` on standard output when `--json` was asked for), 3 no verdict.
 */
export async function ejecutar(
  argumentos: string[],
  entorno: Record<string, string | undefined>,
): Promise<number> {
  const [nombre = 'ayuda', ...resto] = argumentos;
  const clave = [nombre, `${nombre} ${resto[0] ?? ''}`].find((n) => Object.hasOwn(ORDENES, n));
  const orden = clave === undefined ? undefined : ORDENES[clave];
  try {
    if (!orden || !clave) {
      console.error(ayuda());
      return nombre === 'ayuda' || nombre === '--help' ? 0 : 2;
    }
    const { values, positionals } = leer(resto.slice(clave.split(' ').length - 1), orden.opciones);
    return await orden.ejecutar({ opciones: values, argumentos: positionals, entorno });
  } catch (error) {
    if (error instanceof ErrorDeUso) {
      if (argumentos.includes('--json')) console.log(errorEnJson(error));
      else console.error([error.message, ...usoDe(orden)].join('\n'));
      return 2;
    }
    explicar(error);
    return 1;
  }
}

function leer(args: string[], opciones: (typeof ORDENES)[string]['opciones']) {
  try {
    return parseArgs({ args: unirNegativos(args), options: opciones, allowPositionals: true, strict: true });
  } catch (error) {
    throw new ErrorDeUso('opcion', enEspanol(error as NodeJS.ErrnoException));
  }
}

/** `--valor -5` is a negative figure, which its order refuses by name, and not an option called 5. */
function unirNegativos(args: readonly string[]): string[] {
  return args.reduce<string[]>((unidos, arg) => {
    const anterior = unidos.at(-1) ?? '';
    if (/^--[a-zA-Z-]+$/.test(anterior) && /^-[0-9]/.test(arg)) unidos.splice(-1, 1, `${anterior}=${arg}`);
    else unidos.push(arg);
    return unidos;
  }, []);
}

function enEspanol({ code, message }: NodeJS.ErrnoException): string {
  const cual = /'(--?[^' <]+)/.exec(message)?.[1] ?? '';
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    ? `No existe la opción ${cual}.`
    : `A la opción ${cual} le falta su valor, o no lleva ninguno.`;
}

function usoDe(orden: (typeof ORDENES)[string] | undefined): string[] {
  return orden ? [`Uso: npx autogestion ${orden.uso}`, ...(orden.detalle ? [orden.detalle] : [])] : [];
}

const ayuda = () =>
  [
    'Uso: npx autogestion ORDEN',
    '',
    ...Object.values(ORDENES).map((o) => `  ${o.uso.padEnd(44)} ${o.ayuda}`),
  ].join('\n');
