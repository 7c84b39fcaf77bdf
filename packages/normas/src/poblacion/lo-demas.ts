import { dePagador, fila, miles, millones, pagado, soloInforma } from './hechos.ts';
import type { ClaseDePersona, DelAnio, Hecho } from './hechos.ts';

/** What may happen to anybody besides what they live on: each with how many of a hundred it happens to. */
const POSIBLES: readonly {
  porCiento: number;
  de?: readonly ClaseDePersona[];
  hechos: (anio: DelAnio) => Hecho[];
}[] = [
  { porCiento: 85, hechos: (d) => [cuentaDeAhorros(d)] },
  { porCiento: 30, hechos: (d) => [intereses(d)] },
  { porCiento: 55, hechos: (d) => [soloInforma(d, '1023', 'Banco Ficticio de Tarjetas', [], {})] },
  { porCiento: 8, hechos: dividendos },
  { porCiento: 10, hechos: (d) => [acciones(d)] },
  { porCiento: 45, hechos: casa },
  { porCiento: 35, hechos: (d) => [vehiculo(d)] },
  { porCiento: 25, hechos: (d) => [deuda(d)] },
  { porCiento: 2, hechos: (d) => [premio(d)] },
  { porCiento: 40, de: ['empleado', 'independiente', 'comerciante'], hechos: hijos },
  { porCiento: 14, de: ['empleado', 'independiente'], hechos: ({ a }) => [saludPrepagada(a)] },
  { porCiento: 45, hechos: ({ a }) => [soloSuyo('factura-electronica', { compras: millones(a, 4, 60) })] },
  { porCiento: 10, de: ['empleado', 'pensionado'], hechos: ({ a }) => [arriendoDeFamilia(a)] },
  { porCiento: 6, hechos: (d) => [carroVendido(d)] },
  { porCiento: 3, hechos: ({ a }) => [casaVendida(a)] },
  { porCiento: 3, hechos: ({ a }) => [herencia(a)] },
  { porCiento: 4, hechos: ({ a }) => [soloSuyo('criptoactivos', { valor: millones(a, 1, 60) })] },
  { porCiento: 4, de: ['empleado'], hechos: ({ a }) => [delExterior(a)] },
];

export function loDemas(anio: DelAnio, clase: ClaseDePersona): Hecho[] {
  return POSIBLES.filter(({ de }) => de?.includes(clase) ?? true).flatMap(({ porCiento, hechos }) =>
    anio.a.suerte(porCiento) ? hechos(anio) : [],
  );
}

type Azar = DelAnio['a'];

const soloSuyo = (tema: string, renglon: Hecho['filas'][number]['renglon']): Hecho => ({
  filas: [fila(tema, renglon)],
});

const cuentaDeAhorros = (d: DelAnio): Hecho =>
  soloInforma(d, '1019', 'Banco Ficticio', [
    fila('cuentas', { entidad: 'Banco Ficticio', valor: millones(d.a, 0, 90) }),
  ]);

const intereses = (d: DelAnio): Hecho =>
  pagado(d, {
    tema: 'rendimientos',
    concepto: '5063',
    de: 'Cooperativa Ficticia de Ahorro',
    valor: millones(d.a, 1, 25),
    porMil: 70,
    mas: { clase: 'entidad' },
  });

function dividendos(d: DelAnio): Hecho[] {
  const valor = millones(d.a, 2, 90);
  const gravados = d.a.suerte(30);
  return [
    pagado(d, {
      tema: 'dividendos',
      concepto: gravados ? '5070' : '5071',
      de: 'Sociedad Ficticia Anónima',
      valor,
      porMil: 0,
      mas: { clase: gravados ? 'gravados' : 'no-gravados' },
    }),
  ];
}

function acciones({ a, informante }: DelAnio): Hecho {
  const sociedad = informante('Inversiones Ficticias');
  const valor = millones(a, 5, 120);
  return {
    filas: [fila('inversiones', { entidad: sociedad.nombre, valor })],
    reporte: { informante: sociedad, formato: '1010', concepto: '', campos: { valnom: valor } },
  };
}

function casa(d: DelAnio): Hecho[] {
  const { a } = d;
  const valor = millones(a, 90, 700);
  const predio = soloInforma(d, '1476', 'Municipio Ficticio', [fila('inmuebles', { valor })]);
  if (!a.suerte(30)) return [predio];
  const entidad = 'Banco Ficticio de Vivienda';
  const saldo = miles(valor / 2);
  return [
    predio,
    soloInforma(d, '1026', entidad, [
      fila('deudas', { acreedor: entidad, saldo }),
      fila('credito-de-vivienda', { entidad, intereses: miles(saldo / 11) }),
    ]),
  ];
}

const vehiculo = (d: DelAnio): Hecho =>
  soloInforma(d, '2274', 'Departamento Ficticio', [fila('vehiculos', { valor: millones(d.a, 8, 110) })]);

function deuda({ a, informante }: DelAnio): Hecho {
  const acreedor = informante('Almacenes Ficticios');
  const saldo = millones(a, 1, 30);
  return {
    filas: [fila('deudas', { acreedor: acreedor.nombre, saldo })],
    reporte: { informante: acreedor, formato: '1008', concepto: '', campos: { sal: saldo } },
  };
}

function premio({ a, informante }: DelAnio): Hecho {
  const loteria = informante('Lotería Ficticia');
  const valor = millones(a, 1, 80);
  const retencion = miles(valor / 5);
  return {
    filas: [fila('loteria', { ...dePagador(loteria), premio: valor, retencion })],
    reporte: {
      informante: loteria,
      formato: '1001',
      concepto: '5044',
      campos: { pago: valor, retp: retencion },
    },
  };
}

function hijos({ a }: DelAnio): Hecho[] {
  return Array.from({ length: a.entero(1, 3) }, () =>
    soloSuyo('dependientes', { parentesco: 'hijo', edad: a.entero(0, 17), meses: 12 }),
  );
}

const saludPrepagada = (a: Azar): Hecho =>
  soloSuyo('medicina-prepagada', { pagado: millones(a, 2, 14), meses: 12 });

const arriendoDeFamilia = (a: Azar): Hecho =>
  soloSuyo('arriendos', { inmueble: 'Apartamento', ingreso: millones(a, 8, 36) });

function carroVendido({ a, informante }: DelAnio): Hecho {
  const comprador = informante('Compraventa Ficticia');
  const venta = millones(a, 10, 120);
  const costo = miles((venta * a.entero(40, 100)) / 100);
  if (!a.suerte(40)) return soloSuyo('venta-de-activos', { bien: 'Carro', venta, costo });
  return {
    filas: [fila('venta-de-activos', { bien: comprador.nombre, venta })],
    reporte: { informante: comprador, formato: '1001', concepto: '5008', campos: { pago: venta } },
    omitible: true,
  };
}

function casaVendida(a: Azar): Hecho {
  const venta = millones(a, 120, 900);
  const costo = miles((venta * a.entero(40, 90)) / 100);
  return soloSuyo('venta-de-vivienda', {
    venta,
    costo,
    aVivienda: a.suerte(50),
    retencion: miles(venta / 100),
  });
}

const herencia = (a: Azar): Hecho =>
  soloSuyo('herencia-o-donacion', { clase: 'porcion-hereditaria', valor: millones(a, 20, 400) });

const delExterior = (a: Azar): Hecho =>
  soloSuyo('ingresos-del-exterior', { pais: 'España', clase: 'trabajo', ingreso: millones(a, 5, 90) });
