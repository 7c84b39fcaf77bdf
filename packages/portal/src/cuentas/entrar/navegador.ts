import type { Peticion } from '../../plataforma/index.ts';
import type { Navegador } from './seguir-entrando.ts';

const PROGRAMAS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SISTEMAS: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iPhone o iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** «Chrome en Android»: enough for its owner to know it, and nothing that follows them around. */
function nombreDeNavegador(agente: string): string {
  const hallar = (lista: readonly [RegExp, string][]) => lista.find(([forma]) => forma.test(agente))?.[1];
  const programa = hallar(PROGRAMAS) ?? 'Un programa';
  const sistema = hallar(SISTEMAS);
  return sistema ? `${programa} en ${sistema}` : programa;
}

export const navegadorDe = (p: Peticion): Navegador => ({
  ip: p.ip,
  dispositivo: p.dispositivo,
  nombre: nombreDeNavegador(p.cabecera('user-agent') ?? ''),
});
