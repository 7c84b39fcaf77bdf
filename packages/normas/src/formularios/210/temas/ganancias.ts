import { opciones, pesos, QUIEN_PAGA, RETENCION, texto } from './columnas.ts';
import type { Tema } from './tipos.ts';

const SECCION = 'Ganancias ocasionales';

export const GANANCIAS: readonly Tema[] = [
  {
    clave: 'venta-de-vivienda',
    nombre: 'Venta de su casa o apartamento',
    pregunta: '¿Vendió en {anio} la casa o el apartamento donde vivía?',
    ayuda: 'Si la tuvo dos años o más. Si la tuvo menos tiempo, va en «Otros ingresos».',
    norma: 'ET 300, 311-1',
    grupo: 'ingresos',
    varios: true,
    nadieReporta: true,
    seccion: SECCION,
    columnas: [
      texto('inmueble', 'Dirección', 'ET 300'),
      pesos(
        'venta',
        'En cuánto la vendió',
        'ET 90, 300',
        { casilla: '112' },
        {
          obligatoria: true,
          tambien: [{ segun: 'aVivienda', casos: { si: { casilla: '114', ayuda: 'ventaDeVivienda' } } }],
        },
      ),
      pesos(
        'costo',
        'Cuánto le había costado',
        'ET 67 a 73',
        { casilla: '113' },
        {
          obligatoria: true,
          ayuda: 'Lo que pagó por ella, con las mejoras, o el valor con que la tenía en su declaración.',
        },
      ),
      {
        clave: 'aVivienda',
        nombre:
          '¿Puso todo el dinero en una cuenta AFC para comprar otra, o pagó con él su crédito de vivienda?',
        clase: 'si-no',
        norma: 'ET 311-1',
        ayuda: 'Si lo hizo, no paga por las primeras 5.000 UVT de la ganancia.',
      },
      RETENCION,
    ],
  },
  {
    clave: 'venta-de-activos',
    nombre: 'Venta de un carro u otro bien',
    pregunta: '¿Vendió en {anio} un carro, un terreno, acciones u otro bien que tuvo dos años o más?',
    norma: 'ET 300',
    grupo: 'ingresos',
    varios: true,
    nadieReporta: true,
    seccion: SECCION,
    columnas: [
      texto('bien', 'Qué vendió', 'ET 300'),
      pesos('venta', 'En cuánto lo vendió', 'ET 90, 300', { casilla: '112' }, { obligatoria: true }),
      pesos(
        'costo',
        'Cuánto le había costado',
        'ET 67 a 73',
        { casilla: '113' },
        {
          ayuda:
            'No puede pasar de lo que recibió: si vendió por menos, escriba aquí el mismo valor de la venta.',
        },
      ),
      RETENCION,
    ],
  },
  {
    clave: 'herencia-o-donacion',
    nombre: 'Herencias, donaciones y seguros de vida',
    pregunta: '¿Recibió en {anio} una herencia, una donación o un seguro de vida?',
    norma: 'ET 302, 303-1, 307',
    grupo: 'ingresos',
    varios: true,
    nadieReporta: true,
    seccion: SECCION,
    columnas: [
      texto('deQuien', 'De quién', 'ET 302'),
      {
        clave: 'clase',
        nombre: 'Qué recibió',
        clase: 'opcion',
        norma: 'ET 303-1, 307',
        obligatoria: true,
        ayuda: 'Cada clase tiene una parte que no paga impuesto: la oficina la calcula.',
        opciones: opciones({
          'vivienda-del-fallecido': 'La casa o el apartamento donde vivía quien murió',
          'otro-inmueble': 'Otro inmueble de quien murió',
          'porcion-hereditaria': 'Otros bienes o dinero, como heredero, hijo o cónyuge',
          donacion: 'Una donación, o una herencia sin ser heredero ni cónyuge',
          'seguro-de-vida': 'Un seguro de vida',
        }),
      },
      pesos(
        'valor',
        'Cuánto vale lo que recibió',
        'ET 302, 303',
        { casilla: '112' },
        {
          obligatoria: true,
          tambien: [
            {
              segun: 'clase',
              casos: {
                'vivienda-del-fallecido': { casilla: '114', ayuda: 'viviendaHeredada' },
                'otro-inmueble': { casilla: '114', ayuda: 'inmuebleHeredado' },
                'porcion-hereditaria': { casilla: '114', ayuda: 'porcionHereditaria' },
                donacion: { casilla: '114', ayuda: 'donacionRecibida' },
                'seguro-de-vida': { casilla: '114', ayuda: 'seguroDeVida' },
              },
            },
          ],
        },
      ),
    ],
  },
  {
    clave: 'loteria',
    nombre: 'Loterías, rifas y apuestas',
    pregunta: '¿Ganó en {anio} una lotería, una rifa o una apuesta?',
    norma: 'ET 304, 317',
    grupo: 'ingresos',
    varios: true,
    seccion: SECCION,
    columnas: [
      ...QUIEN_PAGA,
      pesos(
        'premio',
        'Cuánto ganó',
        'ET 304, 317',
        { casilla: '112' },
        {
          obligatoria: true,
          tambien: [{ hecho: 'loterias' }],
          ayuda: 'El premio completo, antes de lo que le descontaron.',
        },
      ),
      RETENCION,
    ],
  },
];
