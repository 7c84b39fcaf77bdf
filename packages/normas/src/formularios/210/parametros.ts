import { SANCION_MINIMA } from '../../sanciones/index.ts';
import type { Formulario, Opcion, Parametro, Vigencia } from '../motor/index.ts';

/** One value since the taxable year 2023 (Ley 2277 de 2022), not changed up to the last year loaded. */
const desde2023 = <T>(valor: T): readonly Vigencia<T>[] => [{ desde: 2023, valor }];

const tarifa = (nombre: string, norma: string, valor: string): Parametro => ({
  tipo: 'tarifa',
  nombre,
  norma,
  vigencias: desde2023(valor),
});
const uvt = (nombre: string, norma: string, valor: string): Parametro => ({
  tipo: 'uvt',
  nombre,
  norma,
  vigencias: desde2023(valor),
});
const numero = (nombre: string, norma: string, valor: string): Parametro => ({
  tipo: 'numero',
  nombre,
  norma,
  vigencias: desde2023(valor),
});

export const PARAMETROS: Formulario['parametros'] = {
  limiteGeneral: tarifa('límite de rentas exentas y deducciones', 'ET 336 num. 3', '0.40'),
  topeGeneral: uvt('tope de rentas exentas y deducciones', 'ET 336 num. 3', '1340'),
  facturaElectronica: tarifa('deducción por factura electrónica', 'ET 336 num. 5', '0.01'),
  topeFacturaElectronica: uvt('tope de la deducción por factura electrónica', 'ET 336 num. 5', '240'),
  porDependiente: uvt('adición por dependiente', 'ET 336 num. 3 inc. 2', '72'),
  dependientesMaximos: numero('máximo de dependientes (4)', 'ET 336 num. 3 inc. 2', '4'),
  limiteAportesVoluntarios: tarifa('límite de aportes AFC, FVP y AVC', 'ET 126-1, 126-4', '0.30'),
  topeAportesVoluntarios: uvt('tope de aportes AFC, FVP y AVC', 'ET 126-1, 126-4', '3800'),
  topeInteresesDeVivienda: uvt('tope de intereses de vivienda', 'ET 119', '1200'),
  exentaLaboral: tarifa('renta laboral exenta', 'ET 206 num. 10', '0.25'),
  topeExentaLaboral: uvt('tope anual de la renta laboral exenta', 'ET 206 num. 10', '790'),
  pensionExenta: uvt('tope mensual de la pensión exenta', 'ET 206 num. 5', '1000'),
  dependientesPorcentaje: tarifa('deducción por dependientes', 'ET 387', '0.10'),
  topeMensualDependientes: uvt('tope mensual de la deducción por dependientes', 'ET 387', '32'),
  ingresoMaximoDependiente: uvt('ingreso anual máximo de un dependiente', 'ET 387 par. 2', '260'),
  edadMaximaEstudios: {
    tipo: 'numero',
    nombre: 'edad máxima del hijo que estudia',
    norma: 'ET 387 par. 2; Ley 2411 de 2024 desde el 8 de agosto de 2024 (antes, 23: conocimiento propio)',
    confianza: 'media',
    vigencias: [
      { desde: 2023, hasta: 2023, valor: '23' },
      { desde: 2024, valor: '25' },
    ],
  },
  topeMensualSalud: uvt('tope mensual de medicina prepagada y seguros de salud', 'ET 387', '16'),
  gmfDeducible: tarifa('parte deducible del gravamen a los movimientos financieros', 'ET 115 inc. 2', '0.50'),
  topeIcetex: uvt('tope anual de intereses del ICETEX', 'ET 119 inc. final', '100'),
  topeCesantiasIndependiente: uvt('tope anual de cesantías del independiente', 'ET 126-1', '2500'),
  cesantiasExentas: {
    tipo: 'rangos',
    nombre: 'parte exenta de las cesantías según el salario promedio mensual',
    norma: 'ET 206 num. 4',
    vigencias: desde2023([
      { desde: '0', tarifa: '1' },
      { desde: '350', tarifa: '0.90' },
      { desde: '410', tarifa: '0.80' },
      { desde: '470', tarifa: '0.60' },
      { desde: '530', tarifa: '0.40' },
      { desde: '590', tarifa: '0.20' },
      { desde: '650', tarifa: '0' },
    ]),
  },
  aportesRais: tarifa('límite de aportes voluntarios al RAIS', 'ET 55', '0.25'),
  topeAportesRais: uvt('tope de aportes voluntarios al RAIS', 'ET 55', '2500'),
  componenteInflacionario: {
    tipo: 'tarifa',
    nombre: 'parte de los rendimientos que no es ingreso',
    norma:
      'ET 38 a 41; DUR 1.2.1.12.6; Decreto 1006 de 2024 (2023); Decreto 771 de 2025 (2024); Decreto 0898 de 2026 (2025, visto solo en una nota pública)',
    confianza: 'media',
    vigencias: [
      { desde: 2023, hasta: 2023, valor: '0.6671' },
      { desde: 2024, hasta: 2024, valor: '0.5088' },
      { desde: 2025, hasta: 2025, valor: '0.5543' },
    ],
  },
  descuentoDonacion: tarifa('descuento por donaciones', 'ET 257', '0.25'),
  umbralIngresos: uvt('ingresos brutos desde los que se declara', 'ET 592, 593', '1400'),
  umbralPatrimonio: uvt('patrimonio bruto desde el que se declara', 'ET 592, 593', '4500'),
  umbralConsumos: uvt('consumos, compras y consignaciones desde los que se declara', 'ET 594-3', '1400'),
  rentaPresuntiva: tarifa('tarifa de la renta presuntiva', 'ET 188 (0 % desde 2021)', '0'),
  dividendosGravados: tarifa('tarifa general de los dividendos gravados', 'ET 240, 242 inc. 2', '0.35'),
  dividendosDelExterior: tarifa('tarifa de los dividendos del exterior', 'ET 240, 242 inc. 2', '0.35'),
  descuentoDividendos: tarifa('descuento por dividendos', 'ET 254-1', '0.19'),
  umbralDescuentoDividendos: uvt('dividendos sin descuento', 'ET 254-1', '1090'),
  limiteDonaciones: tarifa('límite de descuentos por donaciones', 'ET 258', '0.25'),
  limiteDonacionesConBecas: tarifa('límite con becas por impuestos', 'ET 257-1', '0.30'),
  gananciasOcasionales: tarifa('tarifa de ganancias ocasionales', 'ET 314', '0.15'),
  gananciasDeLoterias: tarifa('tarifa de loterías, rifas y apuestas', 'ET 317', '0.20'),
  anticipoPrimera: tarifa('anticipo de la primera declaración', 'ET 807', '0.25'),
  anticipoSegunda: tarifa('anticipo de la segunda declaración', 'ET 807', '0.50'),
  anticipoSiguientes: tarifa('anticipo desde la tercera declaración', 'ET 807', '0.75'),
  exentaVentaDeVivienda: uvt('ganancia exenta de la vivienda que se vende', 'ET 311-1', '5000'),
  exentaInmuebleHeredado: uvt('exención de otro inmueble que se hereda', 'ET 307 num. 2', '6500'),
  exentaPorcionHereditaria: uvt('exención de cada heredero o cónyuge', 'ET 307 num. 3', '3250'),
  exentaDonacion: tarifa('parte exenta de una donación', 'ET 307 num. 4', '0.20'),
  topeExentaDonacion: uvt('tope de la parte exenta de una donación', 'ET 307 num. 4', '1625'),
  exentaSeguroDeVida: uvt('exención de los seguros de vida', 'ET 303-1', '3250'),
  mayorExencionDeGanancias: uvt('exención de la vivienda que se hereda', 'ET 307 num. 1', '13000'),
  firmaDeContador: uvt(
    'patrimonio o ingresos brutos desde los que firma un contador, de quien lleva contabilidad',
    'ET 596 num. 6',
    '100000',
  ),
  sancionMinima: {
    tipo: 'uvt',
    alPresentar: true,
    nombre: 'sanción mínima',
    norma: SANCION_MINIMA.norma,
    vigencias: desde2023(String(SANCION_MINIMA.uvt)),
  },
  topeDeCostos: tarifa('tope indicativo de costos', 'ET 336-1', '0.60'),
  tabla241: {
    tipo: 'tabla',
    nombre: 'tabla del impuesto',
    norma: 'ET 241',
    vigencias: desde2023([
      { desde: '0', tarifa: '0' },
      { desde: '1090', tarifa: '0.19' },
      { desde: '1700', tarifa: '0.28', mas: '116' },
      { desde: '4100', tarifa: '0.33', mas: '788' },
      { desde: '8670', tarifa: '0.35', mas: '2296' },
      { desde: '18970', tarifa: '0.37', mas: '5901' },
      { desde: '31000', tarifa: '0.39', mas: '10352' },
    ]),
  },
  tabla241De2016: {
    tipo: 'tabla',
    nombre: 'tabla del impuesto de 2016',
    norma: 'ET 241 (texto vigente en 2016)',
    vigencias: desde2023([
      { desde: '0', tarifa: '0' },
      { desde: '1090', tarifa: '0.19' },
      { desde: '1700', tarifa: '0.28', mas: '116' },
      { desde: '4100', tarifa: '0.33', mas: '788' },
    ]),
  },
};

export const OPCIONES: Readonly<Record<string, Opcion>> = {
  baseDescuentoDividendos: {
    nombre: 'Base del descuento por dividendos cuando hay casilla 108',
    defecto: 'instructivo',
    casos: {
      instructivo: 'casillas 107 + 108 − 118, como dice el instructivo',
      'renta-cedular': 'casillas 107 + 108, la renta cedular de dividendos que nombra el artículo 254-1',
    },
    nota: 'Un medio contable dice que la plataforma cambió la base entre los años gravables 2023 y 2024 sin una norma; no se leyeron los detalles.',
  },
  gmfAntesDel25: {
    nombre: 'Si la mitad del 4 por mil se resta antes de calcular el 25 % exento',
    defecto: 'si',
    casos: {
      si: 'se resta, porque el artículo 206 num. 10 dice «las deducciones»',
      no: 'no se resta, como hacen algunos programas',
    },
    nota: 'El texto literal la incluye; no se leyó doctrina sobre el punto.',
  },
  anticipo: {
    nombre: 'Base del anticipo',
    defecto: 'el-menor',
    casos: {
      'el-menor': 'la base que dé el anticipo menor, que la ley deja elegir',
      'sobre-el-impuesto-neto': 'el impuesto neto de este año',
      'sobre-el-promedio': 'el promedio del impuesto neto de los dos últimos años',
    },
    eleccion: true,
    nota: 'El artículo 807 deja elegir a la persona desde su segunda declaración.',
  },
  limiteDescuentosDonaciones: {
    nombre: 'Límite conjunto de la casilla 123',
    defecto: '25',
    casos: {
      '25': '25 % del impuesto (ET 258)',
      '30': '30 % del impuesto, con becas por impuestos (ET 257-1)',
    },
    nota: 'El instructivo nombra solo el 30 %; el artículo 258 dice 25 % para los descuentos de los artículos 255, 256 y 257.',
  },
};
