import { MESES } from '../../../fechas/index.ts';
import { opciones, pesos, QUIEN_PAGA, RETENCION, texto } from './columnas.ts';
import type { Tema } from './tipos.ts';

const TRABAJO = 'Cédula general: rentas de trabajo';
const CON_COSTOS = 'Cédula general: rentas de trabajo con costos';
const CAPITAL = 'Cédula general: rentas de capital';
const NO_LABORAL = 'Cédula general: rentas no laborales';

const EXENTA_25 = { hecho: 'exentaLaboral25' };

const DE_TRABAJO: readonly Tema[] = [
  {
    clave: 'salario',
    nombre: 'Salario y otros pagos de un empleo',
    pregunta: '¿Recibió salario u otros pagos de un empleo en {anio}?',
    ayuda:
      'Una fila por cada empleador. Los datos están en el certificado de ingresos y retenciones que él le entrega. La oficina calcula sola el 25 % que no paga impuesto.',
    norma: 'ET 103, 335',
    grupo: 'ingresos',
    varios: true,
    seccion: TRABAJO,
    columnas: [
      ...QUIEN_PAGA,
      pesos(
        'ingreso',
        'Total de los pagos del año, sin cesantías',
        'ET 103',
        { casilla: '32' },
        {
          obligatoria: true,
          tambien: [EXENTA_25],
          ayuda: 'Salario, primas, vacaciones, bonificaciones, viáticos y demás pagos.',
        },
      ),
      pesos(
        'cesantias',
        'Cesantías e intereses de cesantías que recibió',
        'ET 103, 206 num. 4',
        { casilla: '32' },
        {
          tambien: [{ hecho: 'cesantias.*.cesantias' }],
          ayuda: 'Lo que le pagaron en el año y lo que le consignaron en el fondo.',
        },
      ),
      pesos(
        'salarioPromedio',
        'Salario promedio de los últimos seis meses',
        'ET 206 num. 4',
        { hecho: 'cesantias.*.salarioPromedioMensual' },
        { ayuda: 'Solo si recibió cesantías: decide qué parte de ellas no paga impuesto.' },
      ),
      pesos('salud', 'Aportes obligatorios a salud', 'ET 56', { casilla: '33' }),
      pesos('pension', 'Aportes obligatorios a pensión', 'ET 55', { casilla: '33' }),
      pesos(
        'solidaridad',
        'Aportes al fondo de solidaridad pensional',
        'ET 55',
        { casilla: '33' },
        {
          ayuda: 'Si el certificado lo suma con la pensión, déjelo vacío.',
        },
      ),
      RETENCION,
    ],
  },
  {
    clave: 'honorarios-sin-costos',
    nombre: 'Honorarios y servicios, sin restar costos',
    pregunta:
      '¿Recibió en {anio} honorarios, comisiones o pagos por servicios, de los que no va a restar costos?',
    ayuda:
      'Si no resta costos, el 25 % de estos ingresos no paga impuesto, hasta un límite: la oficina lo calcula. Si sus costos son altos, puede convenirle la otra forma.',
    norma: 'ET 103, 206 par. 5, 335',
    grupo: 'ingresos',
    varios: true,
    seccion: TRABAJO,
    columnas: [
      ...QUIEN_PAGA,
      pesos(
        'ingreso',
        'Lo que le pagaron en el año, sin IVA',
        'ET 103',
        { casilla: '32' },
        {
          obligatoria: true,
          tambien: [EXENTA_25],
        },
      ),
      pesos(
        'aportes',
        'Lo que pagó a salud y pensión obligatorias',
        'ET 55, 56',
        { casilla: '33' },
        {
          ayuda: 'Por estos ingresos. Escríbalo una sola vez, en cualquiera de las filas.',
        },
      ),
      RETENCION,
    ],
  },
  {
    clave: 'honorarios-con-costos',
    nombre: 'Honorarios y servicios, restando costos',
    pregunta:
      '¿Recibió en {anio} honorarios, comisiones o pagos por servicios, de los que va a restar sus costos?',
    ayuda:
      'Quien resta costos no puede usar el 25 % que no paga impuesto sobre los mismos ingresos. Los costos necesitan factura o documento.',
    norma: 'ET 103, 336 num. 4',
    grupo: 'ingresos',
    varios: true,
    seccion: CON_COSTOS,
    columnas: [
      ...QUIEN_PAGA,
      pesos(
        'ingreso',
        'Lo que le pagaron en el año, sin IVA',
        'ET 103',
        { casilla: '43' },
        { obligatoria: true },
      ),
      pesos('costos', 'Lo que gastó para ganar ese dinero', 'ET 107, 336-1, 771-2', { casilla: '45' }),
      pesos(
        'aportes',
        'Lo que pagó a salud y pensión obligatorias',
        'ET 55, 56',
        { casilla: '44' },
        {
          ayuda: 'Por estos ingresos. Escríbalo una sola vez, en cualquiera de las filas.',
        },
      ),
      RETENCION,
    ],
  },
];

const PENSIONES: Tema = {
  clave: 'pensiones',
  nombre: 'Pensiones',
  pregunta: '¿Recibió una pensión en {anio}?',
  ayuda:
    'De vejez, invalidez, sobrevivientes o riesgos laborales, del país o del exterior. Si la mesada cambió en el año, escriba una fila por cada valor, con el mes en que empezó.',
  norma: 'ET 206 num. 5, 337',
  grupo: 'ingresos',
  varios: true,
  seccion: 'Cédula de pensiones',
  columnas: [
    ...QUIEN_PAGA,
    pesos(
      'total',
      'Total de las mesadas',
      'ET 337',
      { casilla: '99' },
      {
        obligatoria: true,
        tambien: [{ hecho: 'mesadas' }],
        ayuda: 'Antes de los descuentos.',
      },
    ),
    {
      clave: 'pagos',
      nombre: 'Cuántas mesadas fueron',
      clase: 'cantidad',
      norma: 'ET 206 num. 5',
      obligatoria: true,
      entre: [1, 14],
      destino: { hecho: 'mesadas' },
      ayuda:
        'Doce en un año completo; trece o catorce si le pagan mesadas adicionales. El total se reparte por igual entre ellas, porque lo que no paga impuesto se mira mes por mes.',
    },
    {
      clave: 'desde',
      nombre: 'Mes de la primera',
      clase: 'opcion',
      opciones: MESES.map((nombre, i) => ({ clave: String(i + 1), nombre })),
      norma: 'ET 206 num. 5',
      destino: { hecho: 'mesadas' },
      ayuda: 'Enero, si no dice otro.',
    },
    pesos(
      'salud',
      'Lo que le descontaron para salud',
      'ET 56',
      { casilla: '100' },
      {
        tambien: [{ hecho: 'mesadas' }],
      },
    ),
    pesos(
      'solidaridad',
      'Lo que le descontaron para el fondo de solidaridad',
      'ET 55',
      { casilla: '100' },
      {
        tambien: [{ hecho: 'mesadas' }],
      },
    ),
    RETENCION,
  ],
};

const DE_CAPITAL: readonly Tema[] = [
  {
    clave: 'rendimientos',
    nombre: 'Intereses y rendimientos financieros',
    pregunta: '¿Le pagaron intereses o rendimientos por ahorros, CDT, fondos o préstamos en {anio}?',
    norma: 'ET 38 a 41, 335 num. 2',
    grupo: 'ingresos',
    varios: true,
    seccion: CAPITAL,
    columnas: [
      ...QUIEN_PAGA,
      {
        clave: 'clase',
        nombre: 'Quién los pagó',
        clase: 'opcion',
        opciones: opciones({
          entidad: 'Un banco, una cooperativa, un fondo u otra entidad vigilada',
          otro: 'Una persona o una empresa a la que le prestó',
        }),
        norma: 'ET 38 a 41',
        obligatoria: true,
        ayuda:
          'De los que paga una entidad vigilada, la parte que solo compensa la inflación no es ingreso: la oficina la calcula.',
      },
      pesos(
        'ingreso',
        'Lo que ganó en el año',
        'ET 335 num. 2',
        { casilla: '58' },
        {
          obligatoria: true,
          tambien: [
            { segun: 'clase', casos: { entidad: { casilla: '59', ayuda: 'componenteInflacionario' } } },
          ],
        },
      ),
      pesos('costos', 'Lo que gastó para ganarlos', 'ET 107, 336 num. 4', { casilla: '60' }),
      RETENCION,
    ],
  },
  {
    clave: 'arriendos',
    nombre: 'Arriendos',
    pregunta: '¿Recibió arriendos en {anio}, también en efectivo?',
    norma: 'ET 335 num. 2',
    grupo: 'ingresos',
    varios: true,
    // Only the tenants who withhold or report say so; a family that pays in cash does not.
    nadieReporta: true,
    seccion: CAPITAL,
    columnas: [
      ...QUIEN_PAGA,
      texto('inmueble', 'Qué arrendó', 'ET 335 num. 2', 'La dirección, o lo que era: un local, un carro.'),
      pesos(
        'ingreso',
        'Arriendos del año, sin IVA',
        'ET 335 num. 2',
        { casilla: '58' },
        { obligatoria: true },
      ),
      pesos(
        'costos',
        'Lo que gastó en lo arrendado',
        'ET 107, 115, 336 num. 4',
        { casilla: '60' },
        {
          ayuda: 'Predial, administración, reparaciones, comisión de la inmobiliaria.',
        },
      ),
      RETENCION,
    ],
  },
  {
    clave: 'otras-rentas-de-capital',
    nombre: 'Regalías y derechos de autor',
    pregunta: '¿Recibió regalías, o pagos por una obra, una marca o una patente en {anio}?',
    norma: 'ET 335 num. 2',
    grupo: 'ingresos',
    varios: true,
    seccion: CAPITAL,
    columnas: [
      ...QUIEN_PAGA,
      pesos(
        'ingreso',
        'Lo que le pagaron en el año',
        'ET 335 num. 2',
        { casilla: '58' },
        { obligatoria: true },
      ),
      pesos('costos', 'Lo que gastó para ganarlo', 'ET 107, 336 num. 4', { casilla: '60' }),
      RETENCION,
    ],
  },
];

const NO_LABORALES: readonly Tema[] = [
  {
    clave: 'negocio',
    nombre: 'Ventas de un negocio',
    pregunta: '¿Tuvo en {anio} un negocio, una finca u otra actividad con la que vendió cosas?',
    norma: 'ET 26, 335 num. 3',
    grupo: 'ingresos',
    varios: true,
    seccion: NO_LABORAL,
    columnas: [
      texto('negocio', 'Cuál', 'ET 335 num. 3', 'El nombre, o lo que vende.'),
      pesos(
        'ingreso',
        'Lo que vendió en el año, sin IVA',
        'ET 26, 335 num. 3',
        { casilla: '74' },
        {
          obligatoria: true,
          ayuda: 'Todo lo que vendió, también en efectivo y sin factura.',
        },
      ),
      pesos('devoluciones', 'Lo que le devolvieron o rebajó', 'ET 26', { casilla: '75' }),
      pesos('costos', 'Lo que le costó lo vendido y lo que gastó', 'ET 59, 107, 771-2', { casilla: '77' }),
      RETENCION,
    ],
  },
  {
    clave: 'otros-ingresos',
    nombre: 'Otros ingresos',
    pregunta: '¿Tuvo en {anio} otros ingresos que no están en los temas anteriores?',
    ayuda: 'Premios, indemnizaciones, venta de bienes que tuvo menos de dos años, y lo demás que recibió.',
    norma: 'ET 26, 335 num. 3',
    grupo: 'ingresos',
    varios: true,
    seccion: NO_LABORAL,
    columnas: [
      ...QUIEN_PAGA,
      texto('que', 'Qué fue', 'ET 335 num. 3'),
      pesos('ingreso', 'Cuánto recibió', 'ET 26, 335 num. 3', { casilla: '74' }, { obligatoria: true }),
      pesos(
        'noGravado',
        'La parte que la ley no grava',
        'ET 36-1, 42, 46',
        { casilla: '76' },
        {
          ayuda: 'Por ejemplo, la indemnización del seguro por lo que perdió. Debe poder probarlo.',
        },
      ),
      pesos('costos', 'Lo que le costó', 'ET 59, 107', { casilla: '77' }),
      RETENCION,
    ],
  },
];

const DIVIDENDOS: Tema = {
  clave: 'dividendos',
  nombre: 'Dividendos y participaciones',
  pregunta: '¿Le repartió utilidades una sociedad en {anio}?',
  ayuda:
    'La sociedad certifica de qué clase son. Si le repartió de dos clases, escriba una fila por cada una.',
  norma: 'ET 49, 242, 342, 343',
  grupo: 'ingresos',
  varios: true,
  seccion: 'Cédula de dividendos y participaciones',
  columnas: [
    ...QUIEN_PAGA,
    {
      clave: 'clase',
      nombre: 'Qué dice el certificado',
      clase: 'opcion',
      norma: 'ET 49, 242',
      obligatoria: true,
      opciones: opciones({
        'no-gravados': 'Utilidades de 2017 en adelante, no gravadas (ya pagó la sociedad)',
        gravados: 'Utilidades de 2017 en adelante, gravadas',
        'gravados-2016': 'Utilidades de 2016 o antes, gravadas',
        'no-gravados-2016': 'Utilidades de 2016 o antes, no gravadas',
        exterior: 'De una sociedad de fuera del país',
        andino: 'De una sociedad de Bolivia, Ecuador o Perú',
      }),
    },
    pesos(
      'ingreso',
      'Cuánto le repartió',
      'ET 49, 242',
      {
        segun: 'clase',
        casos: {
          'no-gravados': { casilla: '107' },
          gravados: { casilla: '108' },
          'gravados-2016': { casilla: '104' },
          'no-gravados-2016': { casilla: '104' },
          exterior: { casilla: '109' },
          andino: { casilla: '109' },
        },
      },
      {
        obligatoria: true,
        tambien: [
          {
            segun: 'clase',
            casos: { 'no-gravados-2016': { casilla: '105' }, andino: { casilla: '110' } },
          },
        ],
      },
    ),
    RETENCION,
  ],
};

const DEL_EXTERIOR: readonly Tema[] = [
  {
    clave: 'ingresos-del-exterior',
    nombre: 'Ingresos de fuera del país',
    pregunta: '¿Recibió dinero de fuera del país por su trabajo, intereses, arriendos o ventas en {anio}?',
    ayuda: 'En pesos, a la tasa del día en que los recibió. Pensiones y dividendos van en su propio tema.',
    norma: 'ET 9, 288',
    grupo: 'ingresos',
    varios: true,
    nadieReporta: true,
    seccion: TRABAJO,
    columnas: [
      texto('pais', 'De qué país', 'ET 9'),
      ...QUIEN_PAGA,
      {
        clave: 'clase',
        nombre: 'Por qué se lo pagaron',
        clase: 'opcion',
        norma: 'ET 335',
        obligatoria: true,
        opciones: opciones({
          trabajo: 'Por su trabajo, sin restar costos',
          costos: 'Por su trabajo, restando costos',
          capital: 'Intereses, arriendos o regalías',
          'no-laborales': 'Ventas u otra cosa',
        }),
      },
      pesos(
        'ingreso',
        'Cuánto recibió en el año',
        'ET 9, 335',
        {
          segun: 'clase',
          casos: {
            trabajo: { casilla: '32' },
            costos: { casilla: '43' },
            capital: { casilla: '58' },
            'no-laborales': { casilla: '74' },
          },
        },
        { obligatoria: true, tambien: [{ segun: 'clase', casos: { trabajo: EXENTA_25 } }] },
      ),
      pesos(
        'costos',
        'Lo que gastó para ganarlo',
        'ET 107',
        {
          segun: 'clase',
          casos: { costos: { casilla: '45' }, capital: { casilla: '60' }, 'no-laborales': { casilla: '77' } },
        },
        { ayuda: 'No se resta de lo que recibió por su trabajo sin restar costos.' },
      ),
    ],
  },
  {
    clave: 'entidades-del-exterior',
    nombre: 'Empresas que controla fuera del país',
    pregunta: '¿Controlaba en {anio} una sociedad u otra entidad fuera del país?',
    ayuda:
      'Sus intereses, arriendos y otras ganancias pasivas son ingresos de usted aunque no se los repartan.',
    norma: 'ET 882 a 893',
    grupo: 'ingresos',
    varios: true,
    nadieReporta: true,
    seccion: CAPITAL,
    columnas: [
      texto('entidad', 'Cuál', 'ET 882'),
      {
        clave: 'clase',
        nombre: 'De qué eran las ganancias',
        clase: 'opcion',
        norma: 'ET 884, 893',
        obligatoria: true,
        opciones: opciones({ capital: 'Intereses, arriendos o regalías', 'no-laborales': 'Otra cosa' }),
      },
      pesos(
        'renta',
        'Su parte de la ganancia',
        'ET 887 a 893',
        { segun: 'clase', casos: { capital: { casilla: '62' }, 'no-laborales': { casilla: '79' } } },
        { obligatoria: true },
      ),
    ],
  },
];

export const INGRESOS: readonly Tema[] = [
  ...DE_TRABAJO,
  PENSIONES,
  ...DE_CAPITAL,
  ...NO_LABORALES,
  DIVIDENDOS,
  ...DEL_EXTERIOR,
];
