import { desdeHechos260, FORMULARIO_260 } from '../260/index.ts';
import { evaluar, leerEntrada, planDe } from '../motor/index.ts';
import type { Evaluacion } from '../motor/index.ts';
import type { HechosDeLaComparacion } from './hechos.ts';

/** Form 260 of that year, without receipts paid before. @throws AnioSinTarifas, RangeError of what does not read */
export function anualDelSimple(h: HechosDeLaComparacion): Evaluacion {
  const preparada = desdeHechos260(
    {
      casillas: { 49: Number(h.pensionDeTrabajadores), 69: Number(h.consumo) },
      hechos: { ingresosElectronicos: Number(h.electronicos) },
      municipios: [...h.ingresos].map(([grupo, ingresos]) => ({
        grupo,
        ingresos: Number(ingresos),
        tarifaPorMil: h.icaPorMil,
      })),
    },
    { anio: h.anio },
  );
  const { entrada, faltas } = leerEntrada(FORMULARIO_260, preparada.cruda);
  const [falta] = [...preparada.faltas, ...faltas];
  if (falta) throw new RangeError(`${falta.casilla}: ${falta.mensaje}`);
  return evaluar(planDe(FORMULARIO_260, h.anio), entrada);
}
