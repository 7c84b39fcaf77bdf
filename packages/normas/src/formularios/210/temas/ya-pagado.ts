import { opciones, pesos, QUIEN_PAGA, texto } from './columnas.ts';
import type { Tema } from './tipos.ts';

const SALDO = 'Liquidación privada: saldo';

export const YA_PAGADO: readonly Tema[] = [
  {
    clave: 'otras-retenciones',
    nombre: 'Otras retenciones',
    pregunta: '¿Le descontaron en {anio} retenciones de renta que no ha escrito en otro tema?',
    norma: 'ET 373, 374',
    grupo: 'ya-pagado',
    varios: true,
    seccion: SALDO,
    columnas: [
      ...QUIEN_PAGA,
      texto('concepto', 'Por qué', 'ET 373'),
      pesos('retencion', 'Cuánto le descontaron', 'ET 373, 374', { casilla: '132' }, { obligatoria: true }),
    ],
  },
  {
    clave: 'anticipo-anterior',
    nombre: 'Anticipo que ya pagó',
    pregunta: '¿Pagó en su declaración anterior un anticipo del impuesto de {anio}?',
    norma: 'ET 807',
    grupo: 'ya-pagado',
    varios: false,
    seccion: SALDO,
    columnas: [
      pesos(
        'valor',
        'Cuánto',
        'ET 807',
        { casilla: '130' },
        {
          obligatoria: true,
          ayuda: 'Está en su declaración anterior, como anticipo del año siguiente.',
        },
      ),
    ],
  },
  {
    clave: 'saldo-a-favor-anterior',
    nombre: 'Saldo a favor del año anterior',
    pregunta: '¿Le quedó un saldo a favor en su declaración anterior, que no pidió de vuelta?',
    norma: 'ET 815, 850',
    grupo: 'ya-pagado',
    varios: false,
    seccion: SALDO,
    columnas: [pesos('valor', 'Cuánto', 'ET 815, 850', { casilla: '131' }, { obligatoria: true })],
  },
  {
    clave: 'impuestos-del-exterior',
    nombre: 'Impuestos que pagó fuera del país',
    pregunta: '¿Pagó fuera del país un impuesto sobre lo que ganó en {anio}?',
    norma: 'ET 254',
    grupo: 'ya-pagado',
    varios: true,
    nadieReporta: true,
    seccion: 'Liquidación privada: descuentos',
    columnas: [
      texto('pais', 'En qué país', 'ET 254'),
      {
        clave: 'clase',
        nombre: 'Por qué lo pagó',
        clase: 'opcion',
        norma: 'ET 254',
        obligatoria: true,
        opciones: opciones({
          renta: 'Por trabajo, intereses, arriendos, dividendos u otra renta',
          ganancia: 'Por la venta de un bien, una herencia u otra ganancia ocasional',
        }),
      },
      pesos(
        'impuesto',
        'Cuánto pagó, en pesos',
        'ET 254',
        { segun: 'clase', casos: { renta: { casilla: '122' }, ganancia: { casilla: '128' } } },
        {
          obligatoria: true,
          ayuda:
            'Sin pasar de lo que esa misma renta paga aquí. Lo demás puede quedar para los años siguientes.',
        },
      ),
    ],
  },
];
