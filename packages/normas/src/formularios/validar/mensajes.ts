import { fraccion } from '../../dinero/index.ts';
import { escribirValor } from '../motor/index.ts';
import type { Casilla } from '../motor/index.ts';

interface Cifras {
  ruta: string;
  clase: Casilla['clase'];
  recibido: bigint;
  calculado: bigint;
}

type Mensaje = 'calculo' | 'consecuencia' | 'redondeo' | 'dato' | 'posible';

/** What is said of each difference; whole sentences. */
export const MENSAJES: Readonly<Record<Mensaje, (c: Cifras) => string>> = {
  calculo: (c) =>
    `Con lo que escribió en las demás, ${nombre(c)} da ${en(c, c.calculado)}, y usted puso ${en(c, c.recibido)}.`,
  consecuencia: (c) =>
    `Con sus datos ${nombre(c)} da ${en(c, c.calculado)}, y usted puso ${en(c, c.recibido)}. Sale de otra que no cuadra: corrija primero esa.`,
  redondeo: (c) => `Los valores se escriben al múltiplo de mil más cercano: ${en(c, c.calculado)}.`,
  dato: (c) =>
    `Parece que el error está aquí: si ${nombre(c)} fuera ${en(c, c.calculado)} y no ${en(c, c.recibido)}, todo lo demás cuadraría.`,
  posible: (c) =>
    `El error puede estar aquí: si ${nombre(c)} fuera ${en(c, c.calculado)} y no ${en(c, c.recibido)}, todo lo demás cuadraría. Compare con sus papeles.`,
};

function nombre({ ruta }: Cifras): string {
  const [primera = '', ...resto] = ruta.split('.');
  if (primera === 'hechos') return `el dato «${resto.join('.')}»`;
  const [fila, columna] = resto;
  if (columna !== undefined) return `«${columna}», en la fila ${fila} de «${primera}»,`;
  return /^[0-9]+$/.test(ruta) ? `la casilla ${ruta}` : `«${ruta}»`;
}

const en = ({ clase }: Cifras, valor: bigint): string => escribirValor(fraccion(valor, 1n), clase);
