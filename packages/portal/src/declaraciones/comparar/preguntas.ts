import type { HechosDeLaComparacion } from '@autogestion/normas/formularios/comparar';
import { formatearPesos } from '@autogestion/normas/dinero';
import { tarifasSimple } from '@autogestion/normas/simple';
import { dinero, juntas, opcion, porMil, type Pregunta } from '../../interfaz/preguntas/index.ts';

/** What was answered: the income of each group by its field, and the rest by its name. */
interface LoDelNegocio {
  costos: bigint;
  icaPorMil: string;
  aportes: bigint;
  beneficios: bigint;
  dependientes: '0' | '1' | '2' | '3' | '4';
  pensionDeTrabajadores: bigint;
  electronicos: bigint;
  consumo: bigint;
  [grupo: `grupo-${string}`]: bigint;
}

/** `grupo-3-sic` */
const campoDe = (grupo: string) => `grupo-${grupo.replace(/[^0-9a-z]+/gi, '-').replace(/-$/, '')}` as const;

const quizas = (campo: string, etiqueta: string, ayuda?: string) => ({
  nombre: etiqueta,
  pregunta: dinero({ campo, etiqueta, siVacio: 0n, ...(ayuda !== undefined && { ayuda }) }),
});

/** What decides which regime costs less, in the order in which one knows it. An amount that is left empty is zero. */
export function preguntasDelNegocio(anio: number): Pregunta<LoDelNegocio> {
  const { grupos } = tarifasSimple(anio);
  const deGrupos = Object.fromEntries(
    grupos.map(({ grupo, nombre }, i) => [
      campoDe(grupo),
      {
        ...quizas(campoDe(grupo), nombre),
        ...(i === 0 && {
          pregunta: dinero({
            campo: campoDe(grupo),
            etiqueta: nombre,
            siVacio: 0n,
            antes:
              '¿Cuánto recibe en un año de cada clase de actividad? Sin IVA ni impuesto al consumo. Deje vacías las que no hace.',
          }),
        }),
      },
    ]),
  );
  return juntas<LoDelNegocio, unknown>(
    {
      ...deGrupos,
      costos: {
        nombre: 'Costos y gastos',
        pregunta: dinero({
          campo: 'costos',
          etiqueta: '¿Cuánto gasta en un año para ganar eso?',
          ayuda:
            'Mercancía, arriendo del local, sueldos… Lo que puede probar con facturas, sin el ICA. Si nada, escriba 0.',
        }),
      },
      icaPorMil: {
        nombre: 'Tarifa de ICA',
        pregunta: porMil({
          campo: 'ica',
          etiqueta: '¿Qué tarifa de ICA paga, por mil?',
          ayuda:
            'Está en su declaración de industria y comercio: 9,66 es el 9,66 por mil. Si no paga ICA, escriba 0.',
        }),
      },
      aportes: quizas(
        'aportes',
        'Lo que usted paga de su salud y su pensión',
        'Los aportes obligatorios de todo el año.',
      ),
      dependientes: {
        nombre: 'Personas que dependen de usted',
        pregunta: opcion<LoDelNegocio['dependientes']>({
          campo: 'dependientes',
          etiqueta: '¿Cuántas personas dependen de usted?',
          ayuda:
            'Hijos, cónyuge, padres o hermanos que la ley acepta, hasta cuatro. Solo cambian la cuenta de quien recibe honorarios.',
          de: { '0': 'Ninguna', '1': 'Una', '2': 'Dos', '3': 'Tres', '4': 'Cuatro o más' },
          falta: 'Diga cuántas personas dependen de usted.',
        }),
      },
      beneficios: quizas(
        'beneficios',
        'Otras deducciones y rentas exentas',
        'Intereses de vivienda, aportes voluntarios, medicina prepagada… del año.',
      ),
      pensionDeTrabajadores: quizas(
        'pensionDeTrabajadores',
        'Lo que paga de la pensión de sus trabajadores',
        'La parte del empleador. En el SIMPLE se descuenta; ya debe estar también en los costos.',
      ),
      electronicos: quizas(
        'electronicos',
        'Lo que le pagan con tarjeta y otros medios electrónicos',
        'En el SIMPLE se descuenta el 0,5 %.',
      ),
      consumo: quizas(
        'consumo',
        'Ventas en las que cobra impuesto al consumo',
        'Solo si su RUT tiene el código 33, por comidas y bebidas.',
      ),
    },
    {
      admite(v) {
        const enormes = Object.entries(v).filter(([, x]) => typeof x === 'bigint' && x > MAXIMO);
        if (enormes.length > 0)
          return Object.fromEntries(
            enormes.map(([c]) => [c, `Revise el valor: es más de ${formatearPesos(MAXIMO)}.`]),
          );
        const total = ingresosDe(v, anio).reduce((t, [, x]) => t + x, 0n);
        const [primero] = grupos;
        if (total === 0n)
          return { [campoDe(primero?.grupo ?? '')]: 'Escriba lo que recibe, al menos en una actividad.' };
        const deMas = (['electronicos', 'consumo'] as const).filter((c) => v[c] > total);
        if (deMas.length === 0) return undefined;
        return Object.fromEntries(deMas.map((c) => [c, 'No puede ser más que todo lo que recibe.']));
      },
    },
  );
}

/** Ten billones: beyond it somebody wrote zeros too many. */
const MAXIMO = 10n ** 13n;

function ingresosDe(v: LoDelNegocio, anio: number): [string, bigint][] {
  return tarifasSimple(anio).grupos.flatMap(({ grupo }): [string, bigint][] => {
    const suyo = v[campoDe(grupo)] ?? 0n;
    return suyo === 0n ? [] : [[grupo, suyo]];
  });
}

export const hechosDelNegocio = (v: LoDelNegocio, anio: number): HechosDeLaComparacion => ({
  anio,
  ingresos: new Map(ingresosDe(v, anio)),
  costos: v.costos,
  aportes: v.aportes,
  beneficios: v.beneficios,
  dependientes: Number(v.dependientes),
  pensionDeTrabajadores: v.pensionDeTrabajadores,
  electronicos: v.electronicos,
  icaPorMil: v.icaPorMil,
  consumo: v.consumo,
});
