import { formatearFechaHora } from '@autogestion/normas/fechas';
import type { VNode } from 'preact';
import { Advertencia, Aviso, Boton, Formulario, Radios, TextoInset } from '../../interfaz/index.ts';
import { avisoDeEspera, type SinEmitir } from '../../plataforma/index.ts';
import type { CanalesDeFirma } from '../canales.ts';

interface PropsDePedirClave {
  canales: CanalesDeFirma;
  accion: string;
  mostrado: string;
  /** One was already sent for what is shown. */
  pedida: boolean;
  /** It was asked for again too soon. */
  espere?: SinEmitir | undefined;
  error?: string | undefined;
}

const NOMBRE = { correo: 'Correo', sms: 'Mensaje de texto' } as const;

/** Asking for a dynamic key: to where, and why some places do not serve today. */
export function PedirClave({ canales, accion, mostrado, pedida, espere, error }: PropsDePedirClave): VNode {
  const { admitidos, enEspera } = canales;
  const [unico] = admitidos;
  return (
    <>
      {enEspera.map(({ canal, hasta }) => (
        <TextoInset>
          {canal === 'correo' ? 'Su correo registrado cambió' : 'Su celular registrado cambió'} hace poco. Por
          su seguridad, hasta el {formatearFechaHora(hasta)} no enviamos ahí la clave dinámica. Su firma sigue
          vigente.
        </TextoInset>
      ))}
      {espere ? <Aviso tipo="importante">{avisoDeEspera(espere, 'una clave dinámica')}</Aviso> : null}
      {unico ? (
        <Formulario accion={accion} ocultos={{ mostrado }}>
          <Radios
            nombre="canal"
            valor={admitidos.length === 1 ? unico.canal : ''}
            error={error}
            etiqueta={pedida ? 'Pedir otra clave dinámica' : 'Pida la clave dinámica'}
            ayuda="Es un código de un solo uso para firmar esto. Sirve por diez minutos."
            opciones={admitidos.map(({ canal, enmascarado }) => ({
              valor: canal,
              texto: `${NOMBRE[canal]}: ${enmascarado}`,
            }))}
          />
          <Boton variante={pedida ? 'secundario' : 'principal'}>Enviarme la clave</Boton>
        </Formulario>
      ) : (
        <Advertencia>
          Ahora no hay a dónde enviarle la clave dinámica. Espere hasta la hora indicada, o pida una cita de
          videoatención.
        </Advertencia>
      )}
    </>
  );
}
