import { opciones, pesos, porRenta, RENTA, texto } from './columnas.ts';
import type { Tema } from './tipos.ts';

const TRABAJO = 'Cédula general: rentas de trabajo';

const meses = (clave: string, nombre: string, destino?: { hecho: string; combina: 'mayor' }) =>
  ({
    clave,
    nombre,
    clase: 'cantidad',
    norma: 'ET 387',
    entre: [1, 12],
    ...(destino && { destino }),
  }) as const;

const DE_LA_FAMILIA: readonly Tema[] = [
  {
    clave: 'dependientes',
    nombre: 'Personas que dependen de usted',
    pregunta: '¿Alguien dependía económicamente de usted en {anio}?',
    ayuda: 'Hijos, cónyuge o compañero, padres y hermanos. Cuentan hasta cuatro personas.',
    norma: 'ET 336 num. 3, 387 par. 2',
    grupo: 'lo-que-resta',
    varios: true,
    nadieReporta: true,
    seccion: 'Dependientes y otros',
    columnas: [
      texto('nombre', 'Nombre', 'ET 387 par. 2'),
      texto('documento', 'Número de documento', 'ET 387 par. 2'),
      {
        clave: 'parentesco',
        nombre: 'Qué es de usted',
        clase: 'opcion',
        norma: 'ET 387 par. 2',
        obligatoria: true,
        opciones: opciones({
          hijo: 'Hijo o hija',
          conyuge: 'Cónyuge o compañero permanente',
          padre: 'Padre o madre',
          hermano: 'Hermano o hermana',
        }),
        destino: { hecho: 'dependientes.*.parentesco' },
      },
      {
        clave: 'edad',
        nombre: 'Edad el 31 de diciembre',
        clase: 'cantidad',
        norma: 'ET 387 par. 2',
        entre: [0, 130],
        destino: { hecho: 'dependientes.*.edad' },
        ayuda: 'Hace falta si es su hijo o su hija.',
      },
      {
        clave: 'estudia',
        nombre: '¿Estudia, y usted paga sus estudios?',
        clase: 'si-no',
        norma: 'ET 387 par. 2; Ley 2411 de 2024',
        destino: { hecho: 'dependientes.*.estudia' },
        ayuda: 'Hace falta si es su hijo o su hija y ya cumplió 18 años.',
      },
      {
        clave: 'dependenciaCertificada',
        nombre: '¿Depende de usted por una condición física o psicológica certificada?',
        clase: 'si-no',
        norma: 'ET 387 par. 2',
        destino: { hecho: 'dependientes.*.dependenciaCertificada' },
        ayuda: 'La certifica Medicina Legal o la EPS.',
      },
      {
        clave: 'ingresos',
        nombre: 'Lo que recibió esa persona en el año',
        clase: 'pesos',
        norma: 'ET 387 par. 2',
        destino: { hecho: 'dependientes.*.ingresos' },
        ayuda: 'Hace falta si es su cónyuge, padre, madre o hermano: cuenta si recibió menos de 260 UVT.',
      },
      {
        clave: 'diezPorCiento',
        nombre: '¿La usa también para restar el 10 % de su salario?',
        clase: 'si-no',
        norma: 'ET 387; DUR 1.2.1.20.3',
        destino: { hecho: 'deducciones.dependiente' },
        ayuda:
          'Basta con una persona. La misma persona sirve para las dos cosas solo si usted tuvo ingresos de un empleo.',
      },
      {
        ...meses('meses', 'Cuántos meses dependió de usted'),
        ayuda: 'Doce, si no dice otra cosa. Solo cuenta para el 10 %.',
      },
    ],
  },
  {
    clave: 'medicina-prepagada',
    nombre: 'Medicina prepagada y seguros de salud',
    pregunta: '¿Pagó en {anio} medicina prepagada, un plan complementario o un seguro de salud?',
    norma: 'ET 387',
    grupo: 'lo-que-resta',
    varios: true,
    seccion: TRABAJO,
    columnas: [
      texto('entidad', 'A qué entidad', 'ET 387'),
      pesos(
        'pagado',
        'Cuánto pagó en el año',
        'ET 387',
        { hecho: 'deducciones.salud.pagado' },
        { obligatoria: true },
      ),
      {
        ...meses('meses', 'Cuántos meses', { hecho: 'deducciones.salud.meses', combina: 'mayor' }),
        obligatoria: true,
        ayuda: 'El límite es por mes. Si son varias pólizas, se toma la de más meses.',
      },
    ],
  },
];

const DE_TODA_RENTA: readonly Tema[] = [
  {
    clave: 'credito-de-vivienda',
    nombre: 'Intereses del crédito de vivienda',
    pregunta: '¿Pagó intereses de un crédito o leasing de vivienda en {anio}?',
    norma: 'ET 119, 387',
    grupo: 'lo-que-resta',
    varios: true,
    seccion: TRABAJO,
    columnas: [
      texto('entidad', 'A qué entidad', 'ET 119'),
      pesos(
        'intereses',
        'Intereses que pagó en el año',
        'ET 119',
        porRenta(
          { hecho: 'interesesDeVivienda' },
          { casilla: '50', ayuda: 'interesesDeVivienda' },
          { casilla: '66', ayuda: 'interesesDeVivienda' },
          { casilla: '83', ayuda: 'interesesDeVivienda' },
        ),
        {
          obligatoria: true,
          ayuda: 'Solo los intereses y la corrección monetaria, no lo que abonó a la deuda.',
        },
      ),
      RENTA,
    ],
  },
  {
    clave: 'ahorro-voluntario',
    nombre: 'Ahorro en AFC, AVC y fondos voluntarios de pensión',
    pregunta: '¿Ahorró en {anio} en una cuenta AFC o AVC, o en un fondo voluntario de pensiones?',
    norma: 'ET 126-1, 126-4',
    grupo: 'lo-que-resta',
    varios: true,
    seccion: TRABAJO,
    columnas: [
      texto('entidad', 'En qué entidad', 'ET 126-1'),
      pesos(
        'aporte',
        'Cuánto ahorró en el año',
        'ET 126-1, 126-4',
        porRenta(
          { casilla: '35', ayuda: 'ahorroVoluntario' },
          { casilla: '47', ayuda: 'ahorroVoluntario' },
          { casilla: '63', ayuda: 'ahorroVoluntario' },
          { casilla: '80', ayuda: 'ahorroVoluntario' },
        ),
        { obligatoria: true, ayuda: 'Sin contar lo que sacó antes de diez años.' },
      ),
      RENTA,
    ],
  },
  {
    clave: 'aportes-obligatorios',
    nombre: 'Salud y pensión que pagó por su cuenta',
    pregunta: '¿Pagó por su cuenta aportes a salud o pensión en {anio} que no ha escrito en otro tema?',
    ayuda: 'Por ejemplo, los de sus arriendos o los de su negocio.',
    norma: 'ET 55, 56',
    grupo: 'lo-que-resta',
    varios: true,
    seccion: TRABAJO,
    columnas: [
      {
        clave: 'clase',
        nombre: 'Qué aporte fue',
        clase: 'opcion',
        norma: 'ET 55, 56',
        obligatoria: true,
        opciones: opciones({
          obligatorio: 'Salud, pensión o fondo de solidaridad obligatorios',
          'voluntario-rais': 'Aporte voluntario al fondo de pensiones obligatorias',
        }),
      },
      pesos(
        'aporte',
        'Cuánto pagó en el año',
        'ET 55, 56',
        {
          segun: 'clase',
          casos: {
            obligatorio: porRenta({ casilla: '33' }, { casilla: '44' }, { casilla: '59' }, { casilla: '76' }),
            'voluntario-rais': porRenta(
              { casilla: '33', ayuda: 'aporteVoluntarioRais' },
              { casilla: '44', ayuda: 'aporteVoluntarioRais' },
              { casilla: '59', ayuda: 'aporteVoluntarioRais' },
              { casilla: '76', ayuda: 'aporteVoluntarioRais' },
            ),
          },
        },
        { obligatoria: true },
      ),
      RENTA,
    ],
  },
  {
    clave: 'cuatro-por-mil',
    nombre: 'Impuesto del 4 por mil',
    pregunta: '¿Le cobraron sus bancos el 4 por mil en {anio}?',
    norma: 'ET 115 inc. 2',
    grupo: 'lo-que-resta',
    varios: true,
    seccion: TRABAJO,
    columnas: [
      texto('entidad', 'Qué banco', 'ET 115 inc. 2'),
      pesos(
        'pagado',
        'Cuánto le cobraron en el año',
        'ET 115 inc. 2',
        porRenta(
          { hecho: 'deducciones.gmfPagado' },
          { casilla: '51', ayuda: 'cuatroPorMil' },
          { casilla: '67', ayuda: 'cuatroPorMil' },
          { casilla: '84', ayuda: 'cuatroPorMil' },
        ),
        { obligatoria: true, ayuda: 'Todo lo que dice el certificado: la oficina resta la mitad.' },
      ),
      RENTA,
    ],
  },
  {
    clave: 'icetex',
    nombre: 'Intereses del crédito del ICETEX',
    pregunta: '¿Pagó intereses de un crédito del ICETEX en {anio}?',
    norma: 'ET 119 inc. final',
    grupo: 'lo-que-resta',
    varios: false,
    seccion: TRABAJO,
    columnas: [
      pesos(
        'intereses',
        'Intereses que pagó en el año',
        'ET 119 inc. final',
        porRenta(
          { hecho: 'deducciones.interesesIcetex' },
          { casilla: '51', ayuda: 'interesesIcetex' },
          { casilla: '67', ayuda: 'interesesIcetex' },
          { casilla: '84', ayuda: 'interesesIcetex' },
        ),
        { obligatoria: true },
      ),
      RENTA,
    ],
  },
  {
    clave: 'otras-rentas-exentas',
    nombre: 'Otros ingresos que la ley deja libres de impuesto',
    pregunta: '¿Tuvo en {anio} otros ingresos que la ley declara exentos?',
    ayuda:
      'Por ejemplo, indemnizaciones por accidente de trabajo o maternidad, sobresueldos de la Fuerza Pública, o ingresos de Bolivia, Ecuador o Perú. Escríbalos también, completos, en el tema de donde vienen.',
    norma: 'ET 206, 206-1, 235-2; Decisión 578 de la CAN',
    grupo: 'lo-que-resta',
    varios: true,
    nadieReporta: true,
    seccion: TRABAJO,
    columnas: [
      texto('cual', 'Qué ingreso', 'ET 206'),
      pesos(
        'exenta',
        'La parte exenta',
        'ET 206, 206-1',
        porRenta({ hecho: 'otrasExentas' }, { casilla: '48' }, { casilla: '64' }, { casilla: '81' }),
        {
          obligatoria: true,
          tambien: [
            {
              segun: 'sinLimite',
              casos: {
                si: porRenta(
                  { hecho: 'exentasIlimitadas.41' },
                  { hecho: 'exentasIlimitadas.53' },
                  { hecho: 'exentasIlimitadas.69' },
                  { hecho: 'exentasIlimitadas.86' },
                ),
              },
            },
          ],
        },
      ),
      {
        clave: 'sinLimite',
        nombre: '¿Es de las que no tienen límite?',
        clase: 'si-no',
        norma: 'ET 206 num. 6 a 9, 206-1; Decisión 578 de la CAN',
        ayuda: 'Fuerza Pública, prima del servicio exterior y países de la Comunidad Andina.',
      },
      RENTA,
    ],
  },
];

const LO_DEMAS: readonly Tema[] = [
  {
    clave: 'cesantias-del-independiente',
    nombre: 'Cesantías que consignó como independiente',
    pregunta: '¿Consignó en {anio} cesantías en un fondo, como trabajador independiente?',
    norma: 'ET 126-1',
    grupo: 'lo-que-resta',
    varios: false,
    nadieReporta: true,
    seccion: TRABAJO,
    columnas: [
      pesos(
        'aporte',
        'Cuánto consignó',
        'ET 126-1',
        { hecho: 'deducciones.cesantiasIndependiente.aporte' },
        {
          obligatoria: true,
        },
      ),
      pesos(
        'ingresoGravable',
        'Ingreso gravable del año',
        'ET 126-1',
        { hecho: 'deducciones.cesantiasIndependiente.ingresoGravable' },
        { obligatoria: true, ayuda: 'Se reconoce hasta la doceava parte de él.' },
      ),
    ],
  },
  {
    clave: 'factura-electronica',
    nombre: 'Compras con factura electrónica',
    pregunta:
      '¿Compró en {anio} con factura electrónica a su nombre y pagó con tarjeta, transferencia u otro medio electrónico?',
    norma: 'ET 336 num. 5',
    grupo: 'lo-que-resta',
    varios: false,
    seccion: 'Deducción por compras con factura electrónica',
    columnas: [
      pesos(
        'compras',
        'Total de esas compras',
        'ET 336 num. 5',
        { hecho: 'comprasFacturaElectronica' },
        {
          obligatoria: true,
          ayuda: 'Sin las que resta como costo en otro tema. La oficina resta el 1 %.',
        },
      ),
    ],
  },
  {
    clave: 'donaciones',
    nombre: 'Donaciones e inversiones con descuento',
    pregunta:
      '¿Donó en {anio} a una entidad sin ánimo de lucro, o hizo una inversión que la ley deja descontar?',
    norma: 'ET 255 a 258-1',
    grupo: 'lo-que-resta',
    varios: true,
    seccion: 'Liquidación privada: descuentos',
    columnas: [
      texto('entidad', 'A quién', 'ET 257'),
      {
        clave: 'clase',
        nombre: 'Qué fue',
        clase: 'opcion',
        norma: 'ET 255 a 258-1',
        obligatoria: true,
        opciones: opciones({
          donacion: 'Una donación a una entidad del régimen tributario especial',
          inversion: 'Otra inversión o beca con descuento (escriba el descuento)',
          iva: 'IVA de bienes de capital (escriba el descuento)',
        }),
      },
      pesos(
        'valor',
        'Cuánto',
        'ET 255 a 258-1',
        {
          segun: 'clase',
          casos: {
            donacion: { casilla: '123', ayuda: 'donacion' },
            inversion: { casilla: '123' },
            iva: { hecho: 'otrosDescuentos' },
          },
        },
        { obligatoria: true, ayuda: 'De una donación, lo que donó: la oficina descuenta el 25 %.' },
      ),
    ],
  },
];

export const LO_QUE_RESTA: readonly Tema[] = [...DE_LA_FAMILIA, ...DE_TODA_RENTA, ...LO_DEMAS];
