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
  anticipo: {
    nombre: 'Base del anticipo',
    defecto: 'el-menor',
    casos: {
      'el-menor': 'la base que dé el anticipo menor, que la ley deja elegir',
      'sobre-el-impuesto-neto': 'el impuesto neto de este año',
      'sobre-el-promedio': 'el promedio del impuesto neto de los dos últimos años',
    },
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
