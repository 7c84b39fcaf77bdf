import { digitoDeVerificacion } from '../nit/index.ts';
import { azarDelPar } from '../poblacion/index.ts';
import type { Formato } from './formatos.ts';
import type { Celdas } from './registro.ts';

/** From 0 to 1, always the same ones for one seed. */
export function azarDeSemilla(semilla: number): () => number {
  const azar = azarDelPar(semilla, 0);
  return () => azar.entero(0, 999_999_999) / 1_000_000_000;
}

const TARIFAS = [2.5, 3.5, 4, 6, 10, 11];
const NOMBRES = ['ANA', 'LUIS', 'SOFÍA', 'IÑAKI', 'MARTA'];
const APELLIDOS = ['PEÑA', 'GÓMEZ', 'MUÑOZ', 'ROJAS', 'DÍAZ'];
const LUGARES = [
  ['11', '1'],
  ['5', '1'],
  ['76', '1'],
  ['8', '1'],
] as const;

/**
 * A delivery such as a careful reporter makes: different persons, figures over three orders of magnitude, one rate of
 * withholding a concept.
 */
export function entregaLimpia(formato: Formato, filas: number, semilla: number): Record<string, string>[] {
  const azar = azarDeSemilla(semilla);
  const uno = <T>(lista: readonly T[]): T => lista[Math.floor(azar() * lista.length)] as T;
  const conceptos = [...(formato.conceptos?.keys() ?? [])].slice(0, 5);
  return Array.from({ length: filas }, (_, i) => {
    const concepto = uno(conceptos);
    const empresa = azar() < 0.5;
    const numero = String(empresa ? 800_000_000 + i * 7 + Math.floor(azar() * 7) : 1_010_000_000 + i);
    // Roughly lognormal: from a hundred thousand to some hundreds of millions.
    const valor = Math.round(5_000_000 * Math.exp(1.3 * (azar() + azar() + azar() + azar() - 2) * 1.7));
    const tarifa = TARIFAS[conceptos.indexOf(concepto) % TARIFAS.length] ?? 4;
    const [dpto, mun] = uno(LUGARES);
    const persona: Celdas = empresa
      ? { raz: `EMPRESA ${i} SAS` }
      : { apl1: uno(APELLIDOS), apl2: uno(APELLIDOS), nom1: uno(NOMBRES) };
    const todo: Celdas = {
      cpt: concepto,
      tdoc: empresa ? '31' : '13',
      nid: numero,
      dv: empresa ? String(digitoDeVerificacion(numero)) : '',
      ...persona,
      ...{
        tdocb: '13',
        nitb: String(1_010_000_000 + i),
        pap: uno(APELLIDOS),
        pno: uno(NOMBRES),
        entinfo: '1',
      },
      ...{ dir: `CL ${i} 2 3`, dpto, mun, mcpo: mun, pais: '169' },
      ...valores(formato.codigo, valor, tarifa, filas),
      ...{ cta: String(100_000 + i), tipcta: '1', codex: '1', sal: String(valor) },
    };
    return Object.fromEntries(
      formato.columnas.map((c) => [c.campo, todo[c.campo] ?? (c.obligatoria ? '0' : '')]),
    );
  });
}

function valores(formato: string, valor: number, tarifa: number, filas: number): Celdas {
  const parte = (porcentaje: number) => String(Math.round((valor * porcentaje) / 100));
  const v = String(valor);
  return {
    ...{ pago: v, retp: parte(tarifa), inded: parte(19) },
    ...{ valor: v, ret: parte(tarifa) },
    ...{ vimp: v, imp: v, ibru: v, dred: parte(2), val: v, valnom: v },
    ...{ por: '0', dec: String(Math.floor(9_000 / filas) % 100) },
    ...(formato === '2276' && { pasa: v, tingbtp: v, apos: parte(4), apof: parte(4), vare: parte(3) }),
  };
}

/** The header that goes with the records. */
export function cabeceraDe(formato: Formato, registros: readonly Celdas[]): Record<string, string> {
  const total = registros.reduce((s, r) => s + BigInt(r[formato.valorTotal] ?? '0'), 0n);
  return {
    Ano: '2026',
    CodCpt: '1',
    Formato: formato.codigo,
    Version: String(formato.version),
    NumEnvio: '1',
    FecEnvio: '2026-05-14T10:00:00',
    FecInicial: '2025-01-01',
    FecFinal: '2025-12-31',
    ValorTotal: String(total),
    CantReg: String(registros.length),
  };
}

/** `Dmuisca_010100111202600000001.xml`. */
export const nombreDe = (formato: Formato): string =>
  `Dmuisca_010${formato.codigo}${String(formato.version).padStart(2, '0')}202600000001.xml`;
