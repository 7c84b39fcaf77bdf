import { pesos, texto } from './columnas.ts';
import type { ColumnaDeTema, Tema } from './tipos.ts';

interface Bien extends Pick<Tema, 'clave' | 'nombre' | 'pregunta' | 'norma' | 'ayuda' | 'nadieReporta'> {
  que: ColumnaDeTema;
  /** How much it is worth for the tax. */
  valor: string;
  ayudaDelValor: string;
}

const bien = ({ que, valor, ayudaDelValor, ...tema }: Bien): Tema => ({
  ...tema,
  grupo: 'bienes-y-deudas',
  varios: true,
  seccion: 'Patrimonio',
  columnas: [
    que,
    pesos('valor', valor, tema.norma, { casilla: '29' }, { obligatoria: true, ayuda: ayudaDelValor }),
  ],
});

const EN_PARTE = 'Si es de varias personas, escriba solo su parte.';

export const BIENES: readonly Tema[] = [
  bien({
    clave: 'inmuebles',
    nombre: 'Casas, apartamentos, lotes y fincas',
    pregunta: '¿Tenía una casa, un apartamento, un lote o una finca el 31 de diciembre de {anio}?',
    norma: 'ET 261, 277',
    que: texto('inmueble', 'Cuál', 'ET 261', 'La dirección o la matrícula.'),
    valor: 'Cuánto vale para el impuesto',
    ayudaDelValor: `El mayor entre lo que le costó y el avalúo catastral. ${EN_PARTE}`,
  }),
  bien({
    clave: 'vehiculos',
    nombre: 'Carros, motos y otros vehículos',
    pregunta: '¿Tenía un carro, una moto u otro vehículo el 31 de diciembre de {anio}?',
    norma: 'ET 261, 267',
    que: texto('vehiculo', 'Cuál', 'ET 261', 'La placa, o la marca y el modelo.'),
    valor: 'Cuánto le costó',
    ayudaDelValor: `Lo que pagó por él. ${EN_PARTE}`,
  }),
  bien({
    clave: 'cuentas',
    nombre: 'Cuentas de ahorro y corrientes, y efectivo',
    pregunta: '¿Tenía dinero en cuentas o en efectivo el 31 de diciembre de {anio}?',
    norma: 'ET 261, 268',
    que: texto('entidad', 'En qué entidad', 'ET 268'),
    valor: 'Saldo el 31 de diciembre',
    ayudaDelValor: 'El que dice el certificado o el extracto, con los intereses.',
  }),
  bien({
    clave: 'inversiones',
    nombre: 'Inversiones, acciones y CDT',
    pregunta: '¿Tenía acciones, CDT, fondos o aportes en sociedades el 31 de diciembre de {anio}?',
    norma: 'ET 261, 271, 272',
    que: texto('entidad', 'En qué entidad o sociedad', 'ET 271'),
    valor: 'Valor el 31 de diciembre',
    ayudaDelValor: 'Lo que dice el certificado; de las acciones y aportes, lo que le costaron.',
  }),
  bien({
    clave: 'criptoactivos',
    nombre: 'Criptomonedas y otros criptoactivos',
    pregunta: '¿Tenía criptomonedas u otros criptoactivos el 31 de diciembre de {anio}?',
    norma: 'ET 261, 267',
    nadieReporta: true,
    que: texto('cual', 'Cuáles', 'ET 261'),
    valor: 'Cuánto le costaron',
    ayudaDelValor: 'En pesos, lo que pagó por los que tenía ese día.',
  }),
  bien({
    clave: 'bienes-en-el-exterior',
    nombre: 'Bienes fuera del país',
    pregunta: '¿Tenía cuentas, inmuebles o inversiones fuera del país el 31 de diciembre de {anio}?',
    norma: 'ET 9, 261, 288',
    nadieReporta: true,
    ayuda:
      'Si todos juntos pasan de 2.000 UVT el 1 de enero del año siguiente, además debe presentar la declaración de activos en el exterior.',
    que: texto('cual', 'Qué y en qué país', 'ET 261'),
    valor: 'Cuánto vale en pesos',
    ayudaDelValor: 'A la tasa de cambio del día en que lo compró, por lo que le costó.',
  }),
  bien({
    clave: 'otros-bienes',
    nombre: 'Otros bienes y lo que le deben',
    pregunta:
      '¿Tenía mercancías, muebles, animales u otros bienes, o alguien le debía dinero, el 31 de diciembre de {anio}?',
    norma: 'ET 261, 267, 270',
    nadieReporta: true,
    que: texto('cual', 'Qué', 'ET 261'),
    valor: 'Cuánto vale',
    ayudaDelValor: 'Lo que le costó, o lo que le deben.',
  }),
  {
    clave: 'deudas',
    nombre: 'Deudas',
    pregunta: '¿Debía dinero el 31 de diciembre de {anio}?',
    ayuda: 'Créditos de vivienda o de consumo, tarjetas, préstamos de personas con documento.',
    norma: 'ET 283',
    grupo: 'bienes-y-deudas',
    varios: true,
    seccion: 'Patrimonio',
    columnas: [
      texto('acreedor', 'A quién', 'ET 283'),
      pesos(
        'saldo',
        'Cuánto debía el 31 de diciembre',
        'ET 283',
        { casilla: '30' },
        {
          obligatoria: true,
          ayuda: 'Debe tener el certificado o un documento de fecha cierta.',
        },
      ),
    ],
  },
];
