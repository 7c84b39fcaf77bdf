import { analizarPesos } from '../../../dinero/index.ts';
import { leerEntrada } from '../../motor/index.ts';
import type { Ajustes, EntradaCruda, Falta } from '../../motor/index.ts';
import { FORMULARIO_210 } from '../formulario.ts';
import { contarDependientes } from './dependientes.ts';
import type { PosibleDependiente } from './dependientes.ts';
import { descuentoPorDonacion } from './deducciones.ts';
import { exentaLaboral, pensionExenta } from './rentas-exentas.ts';
import type { Mesada } from './rentas-exentas.ts';

/**
 * Fills boxes of the form from facts that are not boxes, for who has not written those boxes: `mesadas` (box 102),
 * `exentaLaboral25: true` (box 36, from boxes 32, 33, 35, 38 and 39), `donaciones` (box 123), and a list of people
 * as `dependientes` (box 138). What was written wins.
 *
 * @throws AnioSinParametros
 */
export function desdeHechos(
  cruda: EntradaCruda,
  anio: number,
  ajustes?: Ajustes,
): { cruda: EntradaCruda; faltas: Falta[] } {
  const faltas: Falta[] = [];
  const casillas: Record<string, unknown> = { ...objeto(cruda.casillas) };
  const { mesadas, exentaLaboral25, donaciones, ...hechos } = objeto(cruda.hechos);
  const llenar = (casilla: string, valor: () => bigint): void => {
    if (casillas[casilla] === undefined) casillas[casilla] = valor();
  };
  const pesos = (crudo: unknown, donde: string): bigint => {
    const leido = analizarPesos(typeof crudo === 'number' || typeof crudo === 'string' ? String(crudo) : '');
    if (!leido.ok) faltas.push({ ...leido, casilla: donde });
    return leido.ok ? leido.valor : 0n;
  };

  if (Array.isArray(mesadas)) {
    const leidas = mesadas.map((m: unknown, i): Mesada => {
      const donde = `hechos.mesadas.${i + 1}`;
      if (typeof m !== 'object' || m === null) return { bruta: pesos(m, donde) };
      const { bruta, salud = 0 } = objeto(m);
      return { bruta: pesos(bruta, donde), salud: pesos(salud, donde) };
    });
    llenar('102', () => pensionExenta(leidas, anio, ajustes).valor);
  }
  if (exentaLaboral25 === true) {
    const { entrada } = leerEntrada(FORMULARIO_210, { casillas });
    const de = (casilla: string) => entrada.valores.get(casilla) ?? 0n;
    const datos = {
      pagosLaborales: de('32'),
      noConstitutivos: de('33'),
      deducciones: de('38') + de('39'),
      otrasExentas: de('35'),
    };
    llenar('36', () => exentaLaboral(datos, anio, ajustes).valor);
  }
  if (donaciones !== undefined && donaciones !== null) {
    const donado = pesos(donaciones, 'hechos.donaciones');
    llenar('123', () => descuentoPorDonacion(donado, anio, ajustes).valor);
  }
  if (Array.isArray(hechos.dependientes)) {
    const personas = hechos.dependientes.map((d: unknown) => leerDependiente(objeto(d)));
    hechos.dependientes = contarDependientes(personas, anio, ajustes).valor;
  }
  return { cruda: { ...cruda, casillas, hechos }, faltas };
}

function leerDependiente({
  parentesco,
  edad,
  estudia,
  dependenciaCertificada,
  ingresos,
}: Record<string, unknown>) {
  const leido: PosibleDependiente = {
    parentesco: PARENTESCOS.find((p) => p === parentesco) ?? 'hermano',
    ...(typeof edad === 'number' && { edad }),
    ...(typeof estudia === 'boolean' && { estudia }),
    ...(typeof dependenciaCertificada === 'boolean' && { dependenciaCertificada }),
    ...(typeof ingresos === 'number' && Number.isSafeInteger(ingresos) && { ingresos: BigInt(ingresos) }),
  };
  return leido;
}

const PARENTESCOS = ['hijo', 'conyuge', 'padre', 'hermano'] as const;

function objeto(x: unknown): Record<string, unknown> {
  return typeof x === 'object' && x !== null && !Array.isArray(x) ? { ...x } : {};
}
