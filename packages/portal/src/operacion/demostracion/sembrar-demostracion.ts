import type { EnTransaccion } from '../../plataforma/index.ts';

export async function sembrarDemostracion(_: EnTransaccion): Promise<number> {
  return 0;
}
export function resumenDemostracion(_: string): string {
  return '';
}
