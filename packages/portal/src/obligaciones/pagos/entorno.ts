import type { Claves, Config, EnTransaccion } from '../../plataforma/index.ts';
import { bancoDeDemostracion } from './banco/banco-de-demostracion.ts';
import { bancoPorHttp, type PuertoBanco } from './banco/puerto.ts';

/** What this room needs besides. */
export interface EntornoDeObligaciones {
  /** Undefined where one does not pay in line. */
  banco: PuertoBanco | undefined;
}

/** The bank of the configuration; that of the demonstration where there is none, and none in a real office. */
export function bancoDe(e: {
  config: Config;
  claves: Claves;
  comoPropietario: EnTransaccion;
  urlPublica: string;
}): PuertoBanco | undefined {
  if (e.config.banco) return bancoPorHttp(e.config.banco);
  return e.config.demo ? bancoDeDemostracion(e) : undefined;
}

/** Whether the bank is the demonstration's, which has pages and jobs in this office. */
export const conBancoDeDemostracion = ({ banco, demo }: Pick<Config, 'banco' | 'demo'>): boolean =>
  banco === undefined && demo;
