import { z } from 'zod';
import type { QrDeFactura } from '@autogestion/normas/factura';
import { AreaTexto } from '../../interfaz/index.ts';
import { archivo, texto, type Pregunta } from '../../interfaz/preguntas/index.ts';
import { leerConsulta } from './leer-consulta.ts';

const BYTES_DE_UNA_FOTO = 12 * 1024 * 1024;
const FOTO_MUY_GRANDE = 'La foto pesa más de 12 MB. Tómela con menos resolución, o recórtela.';

/** The picture of a QR. Its bytes say what it is. */
export const IMAGEN = archivo<unknown>({
  campo: 'imagen',
  etiqueta: 'Foto o captura del código QR',
  ayuda: 'Que se vea entero y derecho. Hasta 12 MB. No la guardamos.',
  acepta: 'image/jpeg,image/png,image/webp',
  falta: 'Elija la foto del código QR.',
  excede: FOTO_MUY_GRANDE,
});
export { BYTES_DE_UNA_FOTO };

/** The code, or all that the QR says, pasted. */
export const CODIGO: Pregunta<QrDeFactura> = {
  esquema: z
    .object({
      codigo: z.string().max(8_000, { error: 'Es demasiado texto para ser el de una factura.' }).default(''),
    })
    .transform(({ codigo }, ctx) => {
      const no = (message: string) => {
        ctx.addIssue({ code: 'custom', message, path: ['codigo'] });
        return z.NEVER;
      };
      if (codigo.trim() === '') return no('Escriba el CUFE, o pegue lo que dice el código QR.');
      const leido = leerConsulta(codigo);
      return leido.ok ? leido.valor : no(leido.mensaje);
    }),
  pagina: (c) => (
    <AreaTexto
      {...c.campo.texto('codigo')}
      etiqueta="CUFE, o lo que dice el código QR"
      ayuda="Son 96 letras y números, impresos cerca del código QR. También puede pegar el texto o el enlace del código."
      filas={4}
    />
  ),
  resumen: () => [],
  ejemplos: [{ codigo: 'a'.repeat(96) }],
  erroneos: [
    { escrito: {}, campo: 'codigo' },
    { escrito: { codigo: 'hola' }, campo: 'codigo' },
  ],
};

/** Who bought: whoever knows it is shown the rest. */
export const ADQUIRENTE = texto<unknown>({
  campo: 'adquirente',
  etiqueta: 'Número de documento o NIT de quien compró',
  ayuda: 'Solo si quiere comprobar quién compró. Sin puntos ni dígito de verificación.',
  que: 'El número de documento',
  leer: (t) => t.replace(/[\s.-]/g, ''),
  forma: { patron: /^[0-9A-Za-z]{3,20}$/, mensaje: 'Escriba solo el número, sin dígito de verificación.' },
  maximo: 20,
  ortografia: false,
  autocompletar: 'off',
});
