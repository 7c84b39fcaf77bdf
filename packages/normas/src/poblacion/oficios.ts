import { campos, dePagador, fila, miles, millones, pagado, soloInforma } from './hechos.ts';
import type { ClaseDePersona, DelAnio, Hecho } from './hechos.ts';

/*
 * What each kind of person lives on. The shares (contributions, withholdings, costs) are figures that look like those of
 * a real certificate: what the law makes of them is told by the form, not here.
 */

/** About what is taken off for each of health and pension, out of a thousand. */
const APORTE_POR_MIL = 40;
const POR_MIL_DE_SALUD_DEL_PENSIONADO = 100;

const porMil = (pesos: number, parte: number): number => miles((pesos * parte) / 1000);

function empleado({ a, informante }: DelAnio): Hecho[] {
  const ingreso = millones(a, 36, 260);
  const patron = informante(
    a.elegir(['Tejidos La Imaginada', 'Colegio El Supuesto', 'Clínica La Inventada']),
  );
  const aporte = porMil(ingreso, APORTE_POR_MIL);
  const retencion = ingreso > 70_000_000 ? porMil(ingreso - 60_000_000, 120) : 0;
  const cesantias = a.suerte(80) ? porMil(ingreso, 85) : 0;
  const promedio = miles(ingreso / 13);
  const ahorro = a.suerte(15) ? porMil(ingreso, a.entero(10, 80)) : 0;
  return [
    {
      filas: [
        fila('salario', {
          ...dePagador(patron),
          ingreso,
          ...(cesantias > 0 && { cesantias, salarioPromedio: promedio }),
          salud: aporte,
          pension: aporte,
          ...(retencion > 0 && { retencion }),
        }),
        ...(ahorro > 0 ? [fila('ahorro-voluntario', { entidad: patron.nombre, aporte: ahorro })] : []),
      ],
      reporte: {
        informante: patron,
        formato: '2276',
        concepto: '',
        campos: campos({
          pasa: ingreso - porMil(ingreso, 80),
          papre: porMil(ingreso, 80),
          ceco: cesantias,
          vilap: cesantias > 0 ? promedio : 0,
          apos: aporte,
          apof: aporte,
          apafc: ahorro,
          vare: retencion,
        }),
      },
      omitible: true,
    },
  ];
}

function independiente(anio: DelAnio): Hecho[] {
  const { a } = anio;
  const clientes = Array.from({ length: a.entero(1, 4) }, () => millones(a, 15, 110));
  const total = clientes.reduce((t, v) => t + v, 0);
  const base = porMil(total, 400);
  return [
    ...clientes.map((valor, i) =>
      pagado(anio, {
        tema: 'honorarios-sin-costos',
        concepto: a.elegir(['5002', '5004']),
        de: `Cliente ficticio ${i + 1}`,
        valor,
        porMil: 100,
      }),
    ),
    {
      filas: [
        fila('aportes-obligatorios', { clase: 'obligatorio', aporte: porMil(base, 285), renta: 'trabajo' }),
      ],
    },
    ...(a.suerte(12)
      ? [
          {
            filas: [
              fila('ingresos-del-exterior', {
                pais: 'Ecuador',
                clase: 'trabajo',
                ingreso: millones(a, 20, 150),
              }),
            ],
          },
        ]
      : []),
  ];
}

function pensionado({ a, informante }: DelAnio): Hecho[] {
  const total = millones(a, 19, 190);
  const fondo = informante('Fondo Ficticio de Pensiones');
  const salud = porMil(total, POR_MIL_DE_SALUD_DEL_PENSIONADO);
  return [
    {
      filas: [fila('pensiones', { ...dePagador(fondo), total, pagos: 13, salud })],
      reporte: { informante: fondo, formato: '2276', concepto: '', campos: { peju: total, apos: salud } },
      omitible: true,
    },
  ];
}

function arrendador(anio: DelAnio): Hecho[] {
  const { a } = anio;
  const locales = Array.from({ length: a.entero(1, 3) }, (_, i): Hecho => {
    const valor = millones(a, 18, 150);
    return pagado(anio, {
      tema: 'arriendos',
      concepto: '5005',
      de: `Inquilino ficticio ${i + 1}`,
      valor,
      porMil: 35,
    });
  });
  // Families pay in cash, and withhold and report nothing.
  const familias = Array.from({ length: a.entero(0, 2) }, () => {
    const ingreso = millones(a, 8, 40);
    return {
      filas: [fila('arriendos', { inmueble: 'Apartamento', ingreso, costos: porMil(ingreso, 80) })],
    };
  });
  const predio = soloInforma(anio, '1476', 'Municipio Ficticio', [
    fila('inmuebles', { inmueble: 'Los que arrienda', valor: millones(a, 150, 1500) }),
  ]);
  return [...locales, ...familias, predio, ...(a.suerte(40) ? empleado(anio) : [])];
}

function comerciante(anio: DelAnio): Hecho[] {
  const { a, informante } = anio;
  const ventas = millones(a, 90, 900);
  const costos = porMil(ventas, a.entero(650, 820));
  const datafono = informante('Red Ficticia de Pagos');
  const retencion = porMil(ventas, 5);
  return [
    {
      filas: [fila('negocio', { negocio: 'Almacén', ingreso: ventas, costos })],
      ...(a.suerte(90) && {
        reporte: { informante: datafono, formato: '1024', concepto: '', campos: { valor: ventas } },
      }),
    },
    {
      filas: [fila('otras-retenciones', { ...dePagador(datafono), retencion })],
      reporte: {
        informante: datafono,
        formato: '1001',
        concepto: '5045',
        campos: { pago: ventas, retp: retencion },
      },
    },
    { filas: [fila('otros-bienes', { cual: 'Mercancías', valor: porMil(costos, 120) })] },
    ...(a.suerte(50)
      ? [
          {
            filas: [
              fila('aportes-obligatorios', {
                clase: 'obligatorio',
                aporte: millones(a, 4, 12),
                renta: 'no-laborales',
              }),
            ],
          },
        ]
      : []),
  ];
}

interface Oficio {
  clase: ClaseDePersona;
  /** How many of a hundred. */
  peso: number;
  /** CIIU code of the RUT. */
  actividad: string;
  /** Age at the end of the year. */
  edad: readonly [number, number];
  hechos: (anio: DelAnio) => Hecho[];
}

export const OFICIOS: readonly Oficio[] = [
  { clase: 'empleado', peso: 45, actividad: '0010', edad: [20, 64], hechos: empleado },
  { clase: 'independiente', peso: 20, actividad: '6920', edad: [24, 68], hechos: independiente },
  { clase: 'pensionado', peso: 12, actividad: '0020', edad: [62, 90], hechos: pensionado },
  { clase: 'arrendador', peso: 11, actividad: '0090', edad: [30, 85], hechos: arrendador },
  { clase: 'comerciante', peso: 12, actividad: '4711', edad: [22, 72], hechos: comerciante },
];
