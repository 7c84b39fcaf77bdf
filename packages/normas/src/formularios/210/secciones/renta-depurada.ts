import { suma, turno, valor } from '../../motor/index.ts';
import type { Casilla, Termino, TurnoDeReparto } from '../../motor/index.ts';

/** The boxes with which each kind of income claims its exempt income and deductions, from `afc` on. */
export interface Beneficios {
  /** Number of the first box; the other six follow it. */
  primera: number;
  /** `de trabajo`. */
  de: string;
  /** The income that they may reduce. */
  renta: Termino;
  /** Place in the order of the common quota. */
  turno: number;
  otrasExentas: string;
  otrasDeducciones: string;
}

/**
 * Seven boxes that are the same in the four kinds of income of the cédula general (ET 336 num. 3): voluntary
 * savings, other exempt income, their total; housing interest, other deductions, their total; and what the quota
 * allows of all that.
 */
export function beneficios(b: Beneficios): Casilla[] {
  const [afc, otras, exentas, vivienda, deducciones, totalDeducciones, limitadas] = Array.from(
    { length: 7 },
    (_, i) => String(b.primera + i),
  ) as [string, string, string, string, string, string, string];
  return [
    {
      clave: afc,
      nombre: `Aportes voluntarios AFC, FVP y AVC de las rentas ${b.de}`,
      clase: 'pesos',
      norma: 'ET 126-1, 126-4',
      ayuda:
        'Lo que ahorró en cuentas AFC o AVC y en fondos voluntarios de pensiones. Entre todas las rentas, hasta el 30 % del ingreso y 3.800 UVT.',
    },
    {
      clave: otras,
      nombre: `Otras rentas exentas de las rentas ${b.de}`,
      clase: 'pesos',
      norma: 'ET 206, 206-1, 235-2',
      ayuda: b.otrasExentas,
    },
    {
      clave: exentas,
      nombre: `Total rentas exentas de las rentas ${b.de}`,
      clase: 'pesos',
      norma: 'ET 336 num. 3',
      ayuda: `Suma de las casillas ${afc} y ${otras}.`,
      formula: suma(afc, otras),
    },
    {
      clave: vivienda,
      nombre: `Intereses de vivienda de las rentas ${b.de}`,
      clase: 'pesos',
      norma: 'ET 119, 387',
      ayuda:
        'Intereses de un crédito de vivienda o de leasing habitacional, hasta 1.200 UVT entre todas las rentas.',
    },
    {
      clave: deducciones,
      nombre: `Otras deducciones imputables a las rentas ${b.de}`,
      clase: 'pesos',
      norma: 'ET 115, 119, 126-1, 387',
      ayuda: b.otrasDeducciones,
    },
    {
      clave: totalDeducciones,
      nombre: `Total deducciones imputables a las rentas ${b.de}`,
      clase: 'pesos',
      norma: 'ET 336 num. 3',
      ayuda: `Suma de las casillas ${vivienda} y ${deducciones}.`,
      formula: suma(vivienda, deducciones),
    },
    {
      clave: limitadas,
      nombre: `Rentas exentas y deducciones de las rentas ${b.de} (limitadas)`,
      clase: 'pesos',
      norma: 'ET 336 num. 3; DUR 1.2.1.20.4; Resolución DIAN 000120 de 2024',
      ayuda:
        'De lo que usted pide en rentas exentas y deducciones, lo que permite el límite del 40 % y de 1.340 UVT, sin pasar de la renta.',
      formula: turno('general', b.turno),
    },
  ];
}

/** How those boxes take their turn of the common quota. */
export function turnoDelCupo({ primera, renta }: Beneficios): TurnoDeReparto {
  const limitadas = String(primera + 6);
  return {
    casilla: limitadas,
    pretendido: suma(primera + 2, primera + 5),
    libre: valor(`exentasIlimitadas.${limitadas}`),
    techo: typeof renta === 'object' ? renta : valor(renta),
  };
}
