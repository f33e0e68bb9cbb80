<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>Up one folder</source>
        <translation>上のフォルダーへ</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Filter this folder</source>
        <translation>このフォルダーを絞り込む</translation>
    </message>
    <message>
        <source>Search the account</source>
        <translation>アカウント全体を検索</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>この検索を保存…</translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation>検索できるもの</translation>
    </message>
    <message>
        <source>Go to a path…</source>
        <translation>パスを指定して移動…</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>コマンドを探す…</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新しいフォルダー…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切り取り</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Paste here</source>
        <translation>ここに貼り付け</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>移動…</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>コピー先を選ぶ…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Recently deleted…</source>
        <translation>最近削除した項目…</translation>
    </message>
    <message>
        <source>Export the files…</source>
        <translation>ファイル一覧を書き出す…</translation>
    </message>
    <message>
        <source>Duplicates…</source>
        <translation>重複ファイル…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Show thumbnails</source>
        <translation>サムネイルを表示</translation>
    </message>
    <message>
        <source>Remove all thumbnails</source>
        <translation>すべてのサムネイルを消す</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>入っているフォルダーを表示</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Download to…</source>
        <translation>保存先を選んでダウンロード…</translation>
    </message>
    <message>
        <source>Download to the local folder</source>
        <translation>ローカルフォルダーにダウンロード</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>リンクをコピー</translation>
    </message>
    <message>
        <source>Name and link</source>
        <translation>名前とリンク</translation>
    </message>
    <message>
        <source>Own template</source>
        <translation>独自の書式</translation>
    </message>
    <message>
        <source>Copy link as…</source>
        <translation>形式を選んでリンクをコピー…</translation>
    </message>
    <message>
        <source>QR code…</source>
        <translation>QRコード…</translation>
    </message>
    <message>
        <source>Send links to JDownloader…</source>
        <translation>リンクをJDownloaderに送る…</translation>
    </message>
    <message>
        <source>Recent links…</source>
        <translation>最近のリンク…</translation>
    </message>
    <message>
        <source>Password and link rules…</source>
        <translation>パスワードとリンクの規則…</translation>
    </message>
    <message>
        <source>Share this folder…</source>
        <translation>このフォルダーを共有…</translation>
    </message>
    <message>
        <source>Scan for viruses…</source>
        <translation>ウイルスを検査…</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>プロパティ</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Verify against this computer…</source>
        <translation>このコンピューターと照合…</translation>
    </message>
    <message>
        <source>Write a sum file…</source>
        <translation>チェックサムファイルを作成…</translation>
    </message>
    <message>
        <source>Check a sum file…</source>
        <translation>チェックサムファイルを確認…</translation>
    </message>
    <message>
        <source>Join parts…</source>
        <translation>分割ファイルを結合…</translation>
    </message>
    <message>
        <source>Upload files…</source>
        <translation>ファイルをアップロード…</translation>
    </message>
    <message>
        <source>Upload a folder…</source>
        <translation>フォルダーをアップロード…</translation>
    </message>
    <message>
        <source>Paste links</source>
        <translation>リンクを貼り付け</translation>
    </message>
    <message>
        <source>Fetch from the web…</source>
        <translation>Webから取り込む…</translation>
    </message>
    <message>
        <source>FTP access…</source>
        <translation>FTPアクセス…</translation>
    </message>
    <message>
        <source>Local folder</source>
        <translation>ローカルフォルダー</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Folder tree</source>
        <translation>フォルダーツリー</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>転送</translation>
    </message>
    <message>
        <source>One row for each batch</source>
        <translation>まとめて1行で表示</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>すべて一時停止</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>すべて再開</translation>
    </message>
    <message>
        <source>Clear done</source>
        <translation>完了分を消す</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>一覧を書き出す…</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>一覧を読み込む…</translation>
    </message>
    <message>
        <source>Slow limits</source>
        <translation>低速モード</translation>
    </message>
    <message>
        <source>Speed limits…</source>
        <translation>速度制限…</translation>
    </message>
    <message>
        <source>Requests to 1fichier</source>
        <translation>1fichierへの要求</translation>
    </message>
    <message>
        <source>Do nothing after the queue</source>
        <translation>終わっても何もしない</translation>
    </message>
    <message>
        <source>Quit after the queue</source>
        <translation>終わったら終了する</translation>
    </message>
    <message>
        <source>Sleep after the queue</source>
        <translation>終わったらスリープする</translation>
    </message>
    <message>
        <source>Shut down after the queue</source>
        <translation>終わったら電源を切る</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>今すぐ開始</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Try all with this problem again</source>
        <translation>同じ問題のものをすべて再試行</translation>
    </message>
    <message>
        <source>Cancel and delete the partial file</source>
        <translation>中止して途中のファイルを削除</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>一覧から消す</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>いちばん上へ</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>To the bottom</source>
        <translation>いちばん下へ</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>優先度：高</translation>
    </message>
    <message>
        <source>Normal priority</source>
        <translation>優先度：普通</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>優先度：低</translation>
    </message>
    <message>
        <source>Limit the speed…</source>
        <translation>速度を制限…</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Verify again…</source>
        <translation>もう一度検証…</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>ファイルを開く</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>ファイルマネージャーで表示</translation>
    </message>
    <message>
        <source>Show on 1fichier</source>
        <translation>1fichier上で表示</translation>
    </message>
    <message>
        <source>Account and storage…</source>
        <translation>アカウントと容量…</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>アカウントを追加…</translation>
    </message>
    <message>
        <source>Next account</source>
        <translation>次のアカウント</translation>
    </message>
    <message>
        <source>Name and colour of this account…</source>
        <translation>このアカウントの名前と色…</translation>
    </message>
    <message>
        <source>Remove this account…</source>
        <translation>このアカウントを外す…</translation>
    </message>
    <message>
        <source>Vouchers…</source>
        <translation>クーポン…</translation>
    </message>
    <message>
        <source>Use the key elsewhere…</source>
        <translation>ほかのプログラムでキーを使う…</translation>
    </message>
    <message>
        <source>Enter an API key…</source>
        <translation>APIキーを入力…</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>キーを消去</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>このプログラムについて</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>ウィンドウを表示</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>バージョン {version}</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>ツールバー</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>verb</comment>
        <translation>アップロード</translation>
    </message>
    <message>
        <source>Upload</source>
        <comment>noun</comment>
        <translation>アップロード</translation>
    </message>
    <message>
        <source>Download</source>
        <comment>noun</comment>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>View</source>
        <comment>menu</comment>
        <translation>表示</translation>
    </message>
    <message>
        <source>After the queue</source>
        <translation>転送が終わったら</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>絞り込みを解除</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>transfers</comment>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>transfers</comment>
        <translation>完了</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>まだ何もありません</translation>
    </message>
    <message>
        <source>Nothing is moving</source>
        <translation>転送中のものはありません</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>待機中のものはありません</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>確認が必要なものはありません</translation>
    </message>
    <message>
        <source>Nothing has failed</source>
        <translation>失敗したものはありません</translation>
    </message>
    <message>
        <source>Nothing is done yet</source>
        <translation>完了したものはまだありません</translation>
    </message>
    <message>
        <source>Drop files here to upload, or paste 1fichier links.</source>
        <translation>ファイルをここにドロップするとアップロードします。1fichierのリンクも貼り付けられます。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加日</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>Who can open it</source>
        <translation>開ける人</translation>
    </message>
    <message>
        <source>Checksum (Whirlpool)</source>
        <translation>チェックサム（Whirlpool）</translation>
    </message>
    <message>
        <source>Copy the checksum</source>
        <translation>チェックサムをコピー</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n項目</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>何も選択されていません</translation>
    </message>
    <message>
        <source>at least {size}</source>
        <translation>{size}以上</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Enter your API key and your files on 1fichier appear here.</source>
        <translation>APIキーを入力すると、1fichierのファイルがここに表示されます。</translation>
    </message>
    <message>
        <source>{shown} of {items}</source>
        <translation>{items}中{shown}</translation>
    </message>
    <message>
        <source>“{folder}” is empty</source>
        <translation>「{folder}」は空です</translation>
    </message>
    <message>
        <source>Your account is empty</source>
        <translation>アカウントは空です</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>アカウントがまだありません</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>一致するものがありません</translation>
    </message>
    <message>
        <source>Nothing in this folder has “{text}” in its name.</source>
        <translation>このフォルダーに、名前に「{text}」を含むものはありません。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Download speed</source>
        <translation>ダウンロード速度</translation>
    </message>
    <message>
        <source>Upload speed</source>
        <translation>アップロード速度</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>Getting a server</source>
        <translation>サーバーを取得中</translation>
    </message>
    <message>
        <source>Getting the link</source>
        <translation>リンクを取得中</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>アップロード中</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>ダウンロード中</translation>
    </message>
    <message>
        <source>Finishing on the server</source>
        <translation>サーバーで仕上げ中</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>仕上げ中</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>検証中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Done (not verified)</source>
        <translation>完了（未検証）</translation>
    </message>
    <message>
        <source>Done (checksum differs)</source>
        <translation>完了（チェックサム不一致）</translation>
    </message>
    <message>
        <source>Cooling down until {time}</source>
        <translation>{time}まで休止</translation>
    </message>
    <message>
        <source>Waiting {countdown}: {reason}</source>
        <translation>待機 {countdown}：{reason}</translation>
    </message>
    <message>
        <source>Waiting for network</source>
        <translation>ネットワーク待ち</translation>
    </message>
    <message>
        <source>{state}: {reason}</source>
        <translation>{state}：{reason}</translation>
    </message>
    <message>
        <source>Needs your answer</source>
        <translation>回答が必要</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>The checksum differs</source>
        <translation>チェックサムが一致しません</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>無料</translation>
    </message>
    <message>
        <source>No key is in use.</source>
        <translation>使用中のキーはありません。</translation>
    </message>
    <message>
        <source>The key is kept in this system's key ring.</source>
        <translation>キーはこのシステムのキーリングに保存されています。</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>待機 {count}</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>実行中 {count}</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>失敗 {count}</translation>
    </message>
    <message>
        <source>{count} need you</source>
        <translation>要確認 {count}</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>要確認 1</translation>
    </message>
    <message>
        <source>No key entered</source>
        <translation>キー未入力</translation>
    </message>
    <message>
        <source>Nothing to transfer</source>
        <translation>転送するものはありません</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n日</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter a new key</source>
        <translation>新しいキーを入力</translation>
    </message>
    <message>
        <source>Open the key page</source>
        <translation>キーのページを開く</translation>
    </message>
    <message>
        <source>Check my network</source>
        <translation>ネットワークを確認</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>これは何？</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>もう一度送る</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>もう一度ダウンロード</translation>
    </message>
    <message>
        <source>Keep anyway</source>
        <translation>そのまま残す</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>別のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Enter the password</source>
        <translation>パスワードを入力</translation>
    </message>
    <message>
        <source>Open the network settings</source>
        <translation>ネットワーク設定を開く</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>Explain limits and splitting</source>
        <translation>上限と分割について</translation>
    </message>
    <message>
        <source>32 letters, digits and signs, made on 1fichier's key page.</source>
        <translation>1fichierのキーのページで作られる、32文字の英数字と記号です。</translation>
    </message>
    <message>
        <source>This has the shape of a key.</source>
        <translation>キーの形をしています。</translation>
    </message>
    <message>
        <source>Take it from rclone…</source>
        <translation>rcloneから取得…</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>APIキー(&amp;K)</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>APIキー</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>キーをここに貼り付け</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>キーを表示</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>キーを隠す</translation>
    </message>
    <message>
        <source>Paste the key from the clipboard</source>
        <translation>クリップボードからキーを貼り付け</translation>
    </message>
    <message>
        <source>1fichier.com, in your browser. Look for “API”.</source>
        <translation>ブラウザーで1fichier.comを開き、「API」を探してください。</translation>
    </message>
    <message>
        <source>Checking the key</source>
        <translation>キーを確認しています</translation>
    </message>
    <message>
        <source>Enter the key of your 1fichier account</source>
        <translation>1fichierアカウントのキーを入力してください</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>このキーを使う</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>デモを試す</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>A made-up account on this computer. It needs no key and sends nothing.</source>
        <translation>このコンピューター内の架空のアカウントです。キーは不要で、何も送信しません。</translation>
    </message>
    <message>
        <source>Connect to your 1fichier account</source>
        <translation>1fichierアカウントに接続</translation>
    </message>
    <message>
        <source>Where downloads go</source>
        <translation>ダウンロードの保存先</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>ステップ {step} / {steps}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Check the key</source>
        <translation>キーを確認</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>ウィンドウを開く</translation>
    </message>
    <message>
        <source>Keep it in this system's key ring</source>
        <translation>このシステムのキーリングに保存する</translation>
    </message>
    <message>
        <source>Without this the key is asked for at every start.</source>
        <translation>保存しないと、起動のたびにキーの入力が必要です。</translation>
    </message>
    <message>
        <source>Save downloads in</source>
        <translation>ダウンロードの保存先</translation>
    </message>
    <message>
        <source>Download folder</source>
        <translation>ダウンロードフォルダー</translation>
    </message>
    <message>
        <source>Programs sign in to 1fichier with an API key: a long password that 1fichier makes for you. Downloads need a Premium, Access or Gold account, or CDN credits; uploads and folders work without.</source>
        <translation>プログラムは、1fichierが発行する長いパスワード「APIキー」でサインインします。ダウンロードにはPremium、Access、Goldのいずれかのアカウント、またはCDNクレジットが必要ですが、アップロードとフォルダーはなくても使えます。</translation>
    </message>
    <message>
        <source>Never share it: whoever has it can use your whole account.</source>
        <translation>決して人に教えないでください。キーがあればアカウントのすべてを使えてしまいます。</translation>
    </message>
    <message>
        <source>It can be changed later, and for every download.</source>
        <translation>あとから、またダウンロードごとにも変更できます。</translation>
    </message>
    <message>
        <source>Drop files and folders on the window to upload them. Links are copied for you.</source>
        <translation>ファイルやフォルダーをウィンドウにドロップするとアップロードします。リンクは自動でコピーされます。</translation>
    </message>
    <message>
        <source>Double-click a file to download it. Its checksum is compared with 1fichier's.</source>
        <translation>ファイルをダブルクリックするとダウンロードします。チェックサムを1fichierのものと照合します。</translation>
    </message>
    <message>
        <source>Paste 1fichier links to download them: Ctrl+V.</source>
        <translation>1fichierのリンクはCtrl+Vで貼り付けるとダウンロードできます。</translation>
    </message>
    <message>
        <source>Quit whenever you like: transfers go on at the next start.</source>
        <translation>いつ終了しても、次の起動時に転送が続きます。</translation>
    </message>
    <message>
        <source>Recent links</source>
        <translation>最近のリンク</translation>
    </message>
    <message>
        <source>{running} of {all}</source>
        <translation>{all}件中{running}件</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>速度制限</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>リンクをコピーしました</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>None for 30 minutes</source>
        <translation>30分間通知しない</translation>
    </message>
    <message>
        <source>None for an hour</source>
        <translation>1時間通知しない</translation>
    </message>
    <message>
        <source>None for 8 hours</source>
        <translation>8時間通知しない</translation>
    </message>
    <message>
        <source>Notify again (silent until {time})</source>
        <translation>通知を再開（{time}まで停止中）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>チェックサム</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>Average speed</source>
        <translation>平均速度</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>接続数</translation>
    </message>
    <message>
        <source>Remote folder</source>
        <translation>リモートフォルダー</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先度</translation>
    </message>
    <message>
        <source>Local path</source>
        <translation>ローカルパス</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>終了日時</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>試行回数</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>共有されたもの</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%nバイト</numerusform>
        </translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>残り{duration}</translation>
    </message>
    <message>
        <source>done about {time}</source>
        <translation>{time}ごろ完了</translation>
    </message>
    <message>
        <source>done about {day}, {time}</source>
        <translation>{day} {time}ごろ完了</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>今日 {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>たった今</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days}日{hours}時間</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}時間{minutes}分</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes}分{seconds}秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}秒</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message numerus="yes">
        <source>%n transfer(s) still running</source>
        <translation>
            <numerusform>%n件の転送が実行中です</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit and continue later</source>
        <translation>終了して後で続ける</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>実行を続ける</translation>
    </message>
    <message>
        <source>Quit without asking from now on</source>
        <translation>今後は確認せずに終了</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Reset this page…</source>
        <translation>このページを初期値に戻す…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>verb</comment>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n項目を選択</numerusform>
        </translation>
    </message>
    <message>
        <source>Anyone with the link</source>
        <translation>リンクを知っている人</translation>
    </message>
    <message>
        <source>{extension} file</source>
        <translation>{extension}ファイル</translation>
    </message>
    <message>
        <source>This is the demo: a made-up account inside this program. Nothing reaches 1fichier.</source>
        <translation>これはデモです。プログラム内の架空のアカウントで、1fichierには何も送られません。</translation>
    </message>
    <message>
        <source>Its download folder is deleted when the demo ends.</source>
        <translation>ダウンロードフォルダーはデモの終了時に削除されます。</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>デモを終える</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>verb</comment>
        <translation>表示</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>General</source>
        <translation>全般</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>アップロード</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>デスクトップ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>The whole window changes at once; nothing that runs is stopped.</source>
        <translation>ウィンドウ全体がすぐに切り替わります。実行中のものは止まりません。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Light, dark, or as your desktop is set.</source>
        <translation>ライト、ダーク、またはデスクトップの設定に合わせます。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>確認する</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>両方残す</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>It goes on by itself in {countdown}; nothing is lost.</source>
        <translation>{countdown}後に自動で再開します。何も失われません。</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>自動で再試行します。</translation>
    </message>
    <message>
        <source>The other transfers go on.</source>
        <translation>ほかの転送は続きます。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変更されていません。</translation>
    </message>
    <message>
        <source>Transfers wait and keep what they have.</source>
        <translation>転送は、これまでの分を保ったまま待機します。</translation>
    </message>
    <message>
        <source>There is no API key yet.</source>
        <translation>APIキーがまだありません。</translation>
    </message>
    <message>
        <source>1fichier refused your API key: it was reset, disabled or mistyped.</source>
        <translation>1fichierがAPIキーを受け付けませんでした。再発行、無効化、または入力間違いの可能性があります。</translation>
    </message>
    <message>
        <source>1fichier asks us to slow down.</source>
        <translation>1fichierが間隔をあけるよう求めています。</translation>
    </message>
    <message>
        <source>1fichier counted too many requests and asks for a pause.</source>
        <translation>1fichierへの要求が多すぎるため、休止を求められました。</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>キー拒否</translation>
    </message>
    <message>
        <source>slowed down</source>
        <translation>低速化</translation>
    </message>
    <message>
        <source>cooling down</source>
        <translation>休止中</translation>
    </message>
    <message>
        <source>Read {age}</source>
        <translation>{age}に読み込み</translation>
    </message>
    <message>
        <source>Offline: as of {age}</source>
        <translation>オフライン：{age}の内容</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Limits off</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>Limits on</source>
        <translation>制限あり</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>キーボード</translation>
    </message>
    <message>
        <source>Notifications and tray</source>
        <translation>通知とトレイ</translation>
    </message>
    <message>
        <source>Ask before quitting while files move</source>
        <translation>転送中は終了前に確認する</translation>
    </message>
    <message>
        <source>Transfers always go on at the next start.</source>
        <translation>転送は次の起動時に必ず続きます。</translation>
    </message>
    <message>
        <source>Keep this computer awake while files move</source>
        <translation>転送中はコンピューターをスリープさせない</translation>
    </message>
    <message>
        <source>It may sleep again once nothing moves. The screen may still go dark.</source>
        <translation>転送が終わればスリープできます。画面は消えることがあります。</translation>
    </message>
    <message>
        <source>Ask where to save each download</source>
        <translation>ダウンロードごとに保存先を確認する</translation>
    </message>
    <message>
        <source>If a file of that name exists</source>
        <translation>同じ名前のファイルがあるとき</translation>
    </message>
    <message>
        <source>Verify downloads</source>
        <translation>ダウンロードを検証する</translation>
    </message>
    <message>
        <source>Verify uploads</source>
        <translation>アップロードを検証する</translation>
    </message>
    <message>
        <source>Downloads at once</source>
        <translation>同時ダウンロード数</translation>
    </message>
    <message>
        <source>Uploads at once</source>
        <translation>同時アップロード数</translation>
    </message>
    <message>
        <source>Connections for one large file</source>
        <translation>大きなファイル1つあたりの接続数</translation>
    </message>
    <message>
        <source>Copy the link when an upload ends</source>
        <translation>アップロードが終わったらリンクをコピーする</translation>
    </message>
    <message>
        <source>Download limit</source>
        <translation>ダウンロードの上限</translation>
    </message>
    <message>
        <source>Upload limit</source>
        <translation>アップロードの上限</translation>
    </message>
    <message>
        <source>For all downloads together.</source>
        <translation>すべてのダウンロードの合計です。</translation>
    </message>
    <message>
        <source>For all uploads together.</source>
        <translation>すべてのアップロードの合計です。</translation>
    </message>
    <message>
        <source>Follow a weekly schedule</source>
        <translation>週間スケジュールに従う</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>トレイにアイコンを表示する</translation>
    </message>
    <message>
        <source>Closing the window keeps the program in the tray</source>
        <translation>ウィンドウを閉じてもトレイに残す</translation>
    </message>
    <message>
        <source>Tell when transfers are done</source>
        <translation>転送が終わったら知らせる</translation>
    </message>
    <message>
        <source>Tell when something needs you</source>
        <translation>確認が必要なときに知らせる</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>プロキシなし</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>The language changes once what is under way in this window has ended.</source>
        <translation>このウィンドウで進行中の作業が終わると、言語が切り替わります。</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>詳細を表示</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>読み込む…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>Help</source>
        <comment>menu</comment>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>ログ…</translation>
    </message>
    <message>
        <source>Diagnostic report…</source>
        <translation>診断レポート…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新しいフォルダー</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>共有</translation>
    </message>
</context>
</TS>
