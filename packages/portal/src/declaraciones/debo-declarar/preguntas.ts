import type { HechosObligado } from '@autogestion/normas/formularios/210';
import { dinero, juntas, opcion, siONo } from '../../interfaz/preguntas/index.ts';

/** What decides whether one must file (ET 592, 593, 594-3), in the order in which one knows it. */
export const loQueDecide = (anios: () => readonly number[]) =>
  juntas<{ anio: string } & { [K in keyof HechosObligado]-?: NonNullable<HechosObligado[K]> }, unknown>({
    anio: {
      nombre: 'Año',
      pregunta: opcion({
        campo: 'anio',
        etiqueta: '¿De qué año?',
        de: () => anios().map((a) => ({ valor: String(a), texto: String(a) })),
        falta: 'Elija el año.',
        desplegable: true,
      }),
    },
    responsableIva: {
      nombre: 'Responsable de IVA',
      pregunta: siONo({
        campo: 'iva',
        etiqueta: '¿Al terminar ese año era responsable de IVA?',
        ayuda: 'Está en su RUT con el código 48.',
        falta: 'Diga si era responsable de IVA.',
      }),
    },
    patrimonioBruto: {
      nombre: 'Patrimonio',
      pregunta: dinero({
        campo: 'patrimonio',
        etiqueta: 'Lo que tenía el 31 de diciembre, sin restar deudas',
        ayuda: 'Casa, carro, ahorros, mercancía, lo que le deben. Si no tenía nada, escriba 0.',
      }),
    },
    ingresosBrutos: {
      nombre: 'Ingresos',
      pregunta: dinero({
        campo: 'ingresos',
        etiqueta: 'Todo lo que recibió en el año',
        ayuda: 'Sueldo, ventas, arriendos, pensión… antes de restar gastos.',
      }),
    },
    consumosTarjeta: {
      nombre: 'Tarjeta de crédito',
      pregunta: dinero({ campo: 'tarjeta', etiqueta: 'Lo que pagó con tarjeta de crédito' }),
    },
    compras: {
      nombre: 'Compras',
      pregunta: dinero({
        campo: 'compras',
        etiqueta: 'Todas sus compras y gastos del año',
        ayuda: 'Con tarjeta, en efectivo o como haya sido.',
      }),
    },
    consignaciones: {
      nombre: 'Consignaciones',
      pregunta: dinero({
        campo: 'consignaciones',
        etiqueta: 'Lo que entró a sus cuentas en el año',
        ayuda: 'Consignaciones, transferencias, depósitos e inversiones.',
      }),
    },
  });
